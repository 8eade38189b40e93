import Foundation

/// Restores what a signal does by default, which the parent process may have changed.
public func letSignalEndProgram(_ number: Int32) {
    var signals = sigset_t()
    sigemptyset(&signals)
    sigaddset(&signals, number)
    pthread_sigmask(SIG_UNBLOCK, &signals, nil)
    signal(number, SIG_DFL)
}
