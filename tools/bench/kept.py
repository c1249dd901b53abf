"""An article to a reader who is not signed in: from our own server, and from nginx as documented, each against bytes alone."""

import re
import shutil
import subprocess
import time
import urllib.request
from pathlib import Path

from django.conf import settings
from django.core.management import call_command

from kheo.portal.models import ArticlePage, SectionPage
from tools.bench.measure import Benchmark
from tools.bench.served import ROOT, Server, page_load
from tools.ports import first_free

TEXT = "Con đường vào thôn An Mô rộng hai mét rưỡi. Xe cấp cứu phải dừng ở đầu thôn; mùa gặt, máy cày nép vào rào. "


def article() -> ArticlePage:
    """An article of some 3,000 letters, published once."""
    call_command("migrate", verbosity=0)
    found = ArticlePage.objects.filter(title=ArticleOurs.name).first()
    if found:
        return found
    body = [("text", "".join(f"<p>{TEXT * 4}</p>" for _ in range(7)))]
    page = ArticlePage(title=ArticleOurs.name, author="Lê Hoài An", body=body, live=False)
    SectionPage.objects.get(slug="tin-co-so").add_child(instance=page)
    page.save_revision().publish()
    return page


class ArticleOurs(Benchmark):
    """With its beacon counted by whoever reads it; here the page itself."""

    name = "article/own_server"
    limit = 3
    sizes = "trang đã giữ, hai tiến trình, bốn luồng, 16 kết nối; thước: cùng số byte từ WSGI trần"
    is_told = True
    rounds = 7

    def prepare(self) -> None:
        path = article().address
        self.servers = [Server("config.wsgi")]
        with urllib.request.urlopen(self.servers[0].address + path, timeout=60) as answer:
            body = answer.read()
        same = Path(settings.DATA) / "same-bytes.html"
        same.write_bytes(body)
        self.servers.append(Server("tools.bench.yardsticks.bare_wsgi:same", BENCH_BYTES=str(same)))
        self.load = page_load(path)

    def ours(self) -> float:
        return self.load.run(self.servers[0].address)[0]

    def yardstick(self) -> float:
        return self.load.run(self.servers[1].address)[0]

    def clean(self) -> None:
        for server in self.servers:
            server.stop()


class ArticleBehindNginx(Benchmark):
    """The documented nginx hands the kept page out by itself; the yardstick is nginx and a plain file."""

    name = "article/nginx"
    limit = 1.5
    sizes = "nginx như tài liệu, 16 kết nối; thước: nginx phát một tệp cùng số byte"
    is_told = True
    rounds = 7

    def prepare(self) -> None:
        path = article().address
        self.server = Server("config.wsgi", KHEO_PROXIES="1")
        with urllib.request.urlopen(self.server.address + path, timeout=60) as answer:
            body = answer.read()
        self.nginx = Nginx(self.server.port, body)
        self.path, self.load = path, page_load(path)
        self.plain = page_load("/bai.html")
        self.first = self._serves_the_file()

    def _serves_the_file(self) -> bool:
        with urllib.request.urlopen(self.nginx.address + self.path, timeout=60) as answer:
            return answer.read() == (self.nginx.plain / "bai.html").read_bytes()

    def ours(self) -> float:
        return self.load.run(self.nginx.address)[0]

    def yardstick(self) -> float:
        return self.plain.run(self.nginx.plain_address)[0]

    def complaints(self) -> list[str]:
        return [] if self.first else ["nginx không phát đúng trang của Khéo."]

    def clean(self) -> None:
        self.nginx.stop()
        self.server.stop()


class Nginx:
    """nginx with the documented configuration, without HTTPS, and a second server that only has a file."""

    def __init__(self, behind: int, body: bytes):
        home = Path(settings.DATA) / "nginx"
        self.plain = home / "plain"
        self.plain.mkdir(parents=True, exist_ok=True)
        (self.plain / "bai.html").write_bytes(body)
        port = first_free(8900, 100)
        plain_port = first_free(port + 1, 100)
        self.address, self.plain_address = f"http://127.0.0.1:{port}", f"http://127.0.0.1:{plain_port}"
        conf = home / "nginx.conf"
        conf.write_text(_whole(documented(behind, port), self.plain, plain_port, home), "utf-8")
        subprocess.run(["nginx", "-t", "-q", "-c", str(conf), "-p", str(home)], check=True, capture_output=True)
        self.process = subprocess.Popen(["nginx", "-c", str(conf), "-p", str(home), "-g", "daemon off;"])
        self._wait()

    def _wait(self) -> None:
        for _ in range(100):
            try:
                urllib.request.urlopen(self.plain_address + "/bai.html", timeout=5).close()
                return
            except OSError:
                time.sleep(0.1)
        raise RuntimeError("nginx did not start")

    def stop(self) -> None:
        self.process.terminate()
        self.process.wait(20)


def documented(behind: int, port: int) -> str:
    """docs/operations/nginx-kheo.conf for this machine: its own ports and folders, plain HTTP."""
    text = (ROOT / "docs/operations/nginx-kheo.conf").read_text("utf-8")
    text = text[: text.index("server {\n    listen 80;")]
    text = re.sub(r"\n +ssl_certificate\S* .*", "", text).replace("listen 443 ssl http2;", f"listen 127.0.0.1:{port};")
    text = text.replace("server 127.0.0.1:8000;", f"server 127.0.0.1:{behind};")
    text = text.replace("/srv/kheo/data/pages", str(settings.PAGES_FOLDER)).replace(
        "/srv/kheo/data", str(settings.DATA)
    )
    return text.replace("server_name kheo.example.vn;", "server_name 127.0.0.1;")


def _whole(site: str, plain: Path, plain_port: int, home: Path) -> str:
    return f"""
user root;
worker_processes 2;
pid {home}/pid;
error_log {home}/error.log;
events {{ worker_connections 256; }}
http {{
    include /etc/nginx/mime.types;
    access_log off;
    sendfile on;
    keepalive_requests 100000;
    {site}
    server {{ listen 127.0.0.1:{plain_port}; root {plain}; }}
}}
"""


def has_nginx() -> bool:
    return shutil.which("nginx") is not None


KEPT = (ArticleOurs, *((ArticleBehindNginx,) if has_nginx() else ()))
