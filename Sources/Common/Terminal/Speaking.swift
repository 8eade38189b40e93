// What a program says.

import Foundation

/// A program may be started without a standard stream (`2>&-`). The next file that it opens would then take its place,
/// and be written into with whatever the program says. So something stands in for it that cannot be written either.
func keepStandardStreams() {
    for stream in [STDIN_FILENO, STDOUT_FILENO, STDERR_FILENO] where fcntl(stream, F_GETFD) < 0 {
        _ = open("/dev/null", stream == STDIN_FILENO ? O_WRONLY : O_RDONLY)
    }
}

/// Prints at once, also into a pipe, where `print` waits until there is more.
public func say(_ text: String) { emit("\(text)\n", to: STDOUT_FILENO) }

/// Tells the reader on standard error, if there is something to tell.
public func warn(_ text: String?) {
    if let text { emit("\(text)\n", to: STDERR_FILENO) }
}

/// Writes a text to standard output or standard error at once.
///
/// A standard output that cannot be written (a full disk, a closed stream) ends the program with a message: whatever
/// follows would be lost without a word. Nothing more can be said where standard error itself cannot be written.
public func emit(_ text: String, to descriptor: Int32) {
    var bytes = Array(text.utf8)[...]
    while !bytes.isEmpty {
        let count = bytes.withUnsafeBytes { write(descriptor, $0.baseAddress, $0.count) }
        if count < 0, errno == EINTR { continue }
        guard count > 0 else { return giveUp(descriptor, errno) }
        bytes = bytes.dropFirst(count)
    }
}

private func giveUp(_ descriptor: Int32, _ code: Int32) {
    if descriptor != STDOUT_FILENO { return }
    emit("standard output cannot be written: \(String(cString: strerror(code)))\n", to: STDERR_FILENO)
    exit(EXIT_FAILURE)
}
