// An answer that crashes takes its check down with it, and the check can no longer say what it asked. So the question
// is noted before the answer is called, and a crash reads it out:
//
//     Fatal error: Division by zero
//       asked: inferred([-1, 0], count: 0)

import Foundation
import Synchronization

/// The question that is being answered, as a C string: what runs in a crash may not allocate. (Swift calls it unsafe to
/// share because pointers are; but each exchange hands the old one to one caller.)
nonisolated(unsafe) private let question = Atomic<UnsafeMutablePointer<CChar>?>(nil)

/// Notes the question `given`, the call as the reader would write it, while `answer` runs. The expectations do so
/// on their own; a check needs it where it stores the answer first.
public func asking<Answer>(_ given: String, _ answer: () throws -> Answer) rethrows -> Answer {
    func note(_ text: UnsafeMutablePointer<CChar>?) { free(question.exchange(text, ordering: .sequentiallyConsistent)) }
    note(strdup("  asked: \(given)\n"))
    defer { note(nil) }
    do {
        return try answer()
    } catch {
        Thread.current.threadDictionary[thrown] = ["\(error)", "  asked: \(given)"]
        throw error
    }
}

private let thrown = "GroundUp.thrown"

/// The question, on a line of its own, whose answer threw this error.
func questionThatThrew(_ error: any Error) -> String? {
    let note = Thread.current.threadDictionary[thrown] as? [String]
    return note?.first == "\(error)" ? note?.last : nil
}

/// What was done about each signal before; written once, before any is caught.
nonisolated(unsafe) private var before: [Int32: sigaction] = [:]

/// Has the question read out on standard error when the program crashes or exits in the middle of an answer. Then
/// the crash continues as before: the runtime writes the stack.
func readOutQuestionAtTheEnd() {
    var action = sigaction()
    #if os(Linux)
        action.__sigaction_handler.sa_handler = crash
    #else
        action.__sigaction_u.__sa_handler = crash
    #endif
    // On the stack for signals, because an endless recursion has used up the usual one.
    action.sa_flags = Int32(SA_ONSTACK)
    for number in [SIGILL, SIGTRAP, SIGSEGV, SIGABRT, SIGBUS, SIGFPE] {
        before[number] = sigaction()
        sigaction(number, &action, &before[number]!)
    }
    atexit { readOut() }
}

/// Returns to the instruction that crashed, which crashes again.
private func crash(_ number: Int32) {
    readOut()
    sigaction(number, &before[number]!, nil)
}

/// The time is up.
func endOutOfTime(_ number: Int32) {
    readOut()
    signal(number, SIG_DFL)
    raise(number)
}

private func readOut() {
    guard let text = question.load(ordering: .sequentiallyConsistent) else { return }
    _ = write(STDERR_FILENO, text, strlen(text))
}
