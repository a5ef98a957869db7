import Glibc

// What an office writes is its own business: nobody else on the host reads it.
umask(0o077)
// A reader that has gone (`| head`) is an error of writing, not a reason to be killed in the middle.
signal(SIGPIPE, SIG_IGN)
exit(Program.run(Array(CommandLine.arguments.dropFirst())).rawValue)
