// The other side of the board: a chapter's checks as a small program.
//
// An answer may crash or never end, and neither must take the board with it. So each chapter's checks are a program of
// their own (`Checks04`), which the board starts afresh for each exercise. The verdict goes into a file of its own:
// standard output belongs to the reader, who may print what they like.

import Common
import Foundation

/// Runs the one check that the command line names, writes its verdict, and ends the program.
///
///     Checks04 4.9 /tmp/verdict.json 20
///
/// The last argument is the time limit in seconds.
public func runCheck(of checks: [Check], _ arguments: [String] = CommandLine.arguments) -> Never {
    guard arguments.count == 4, let seconds = UInt32(arguments[3]),
        let check = checks.first(where: { $0.id == arguments[1] })
    else {
        fail(
            "usage: \(arguments[0]) ID VERDICT-FILE SECONDS, where ID is one of "
                + checks.map(\.id).joined(separator: ", "))
    }
    endAfter(seconds)
    printLineByLine()
    readOutQuestionAtTheEnd()
    let verdict = check.verdictOnReader()
    do {
        try writeWhole(JSONEncoder().encode(verdict), to: URL(fileURLWithPath: arguments[2]))
    } catch {
        fail("cannot write the verdict to \(arguments[2]): \(error)")
    }
    exit(0)
}

/// Has the system's alarm clock end this program: that works in the tightest loop, and when the board itself is gone.
/// The program that started this one may have blocked the signal, so it is unblocked first.
private func endAfter(_ seconds: UInt32) {
    var alarms = sigset_t()
    sigemptyset(&alarms)
    sigaddset(&alarms, SIGALRM)
    sigprocmask(SIG_UNBLOCK, &alarms, nil)
    signal(SIGALRM, endOutOfTime)
    alarm(seconds)
}

private func fail(_ message: String) -> Never {
    warn(message)
    exit(2)
}
