// However a program ends (on its own, by Ctrl-C or when the window closes), the terminal is left as it was, and no
// program that it started keeps running. Ctrl-Z gives the terminal back as well, for a while.
//
// What runs in a signal handler may not allocate or wait for a lock, so all of it is plain calls on plain memory.

import Foundation
import Synchronization

/// The program that we started and wait for, to be interrupted with us; 0 for none. It leads a process group of its
/// own, which Ctrl-C does not reach.
let companion = Atomic<pid_t>(0)

/// What every program does first: it sees to its standard streams, and to its end.
public func beginProgram() {
    keepStandardStreams()
    endWell()
}

/// From now on the program cleans up when it is told to end. A signal that it was started without (`nohup`) stays
/// ignored.
func endWell() {
    for number in [SIGINT, SIGTERM, SIGHUP] where !isIgnored(number) { signal(number, leave) }
    // A file that grows too large (`ulimit -f`) is an error of the writing, not the end of the program.
    signal(SIGXFSZ, SIG_IGN)
}

private func isIgnored(_ number: Int32) -> Bool {
    var action = sigaction()
    guard sigaction(number, nil, &action) == 0 else { return false }
    #if os(Linux)
        let handler = action.__sigaction_handler.sa_handler
    #else
        let handler = action.__sigaction_u.__sa_handler
    #endif
    return unsafeBitCast(handler, to: Int.self) == unsafeBitCast(SIG_IGN, to: Int.self)
}

/// The terminal while keys are read one by one. (Swift calls sharing it unsafe; it is written before the signals
/// that read it are caught, never while they are, and only by whoever has taken `isQuiet`.)
nonisolated(unsafe) private var quietTerminal: (descriptor: Int32, usual: termios, quiet: termios)?
private let isQuiet = Atomic<Bool>(false)

/// Makes a terminal pass on each key at once. False, and nothing is changed, while one is quiet already: the signal
/// handlers know only one to give back.
func beginQuiet(_ terminal: Int32, usual: termios, quiet: termios) -> Bool {
    guard !isQuiet.exchange(true, ordering: .sequentiallyConsistent) else { return false }
    quietTerminal = (terminal, usual, quiet)
    endWell()
    signal(SIGTSTP, pause)
    signal(SIGCONT, goOn)
    atexit { showAsUsual() }
    showQuiet()
    return true
}

func endQuiet() {
    for number in [SIGTSTP, SIGCONT] { signal(number, SIG_DFL) }
    showAsUsual()
    quietTerminal = nil
    isQuiet.store(false, ordering: .sequentiallyConsistent)
}

private func showQuiet() {
    guard var terminal = quietTerminal else { return }
    tcsetattr(terminal.descriptor, TCSADRAIN, &terminal.quiet)
}

private func showAsUsual() {
    guard var terminal = quietTerminal else { return }
    tcsetattr(terminal.descriptor, TCSADRAIN, &terminal.usual)
}

/// Ends us and the companion as the signal would have done.
private func leave(_ number: Int32) {
    showAsUsual()
    let group = companion.load(ordering: .sequentiallyConsistent)
    if group > 1 { kill(-group, SIGINT) }
    if let file = unfinished.load(ordering: .sequentiallyConsistent) { unlink(file) }
    signal(number, SIG_DFL)
    raise(number)
}

private func pause(_ number: Int32) {
    showAsUsual()
    signal(number, SIG_DFL)
    raise(number)
}

private func goOn(_: Int32) {
    signal(SIGTSTP, pause)
    showQuiet()
}
