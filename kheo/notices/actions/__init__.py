"""What is done here: people are told, letters wait, are sent or cancelled, mail goes out, what is old is swept."""
