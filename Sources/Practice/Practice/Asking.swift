// An answer that crashes takes its check along, and the check cannot say any more what it had asked. So the question is
// noted before the answer is called, and a crash reads it out:
//
//     Fatal error: Division by zero
//       asked: inferred([-1, 0], count: 0)

import Foundation
import Synchronization

/// The question that is being answered, as a C string: what runs in a crash may not allocate. (Swift calls it unsafe to
/// share because pointers are; whoever exchanges it has the old one to themselves.)
nonisolated(unsafe) private let question = Atomic<UnsafeMutablePointer<CChar>?>(nil)

/// Notes the question `given`, the call as the reader would write it, while `answer` runs. The expectations do so by
/// themselves; a check needs it where it keeps the answer first.
public func asking<Answer>(_ given: String, _ answer: () throws -> Answer) rethrows -> Answer {
    func note(_ text: UnsafeMutablePointer<CChar>?) { free(question.exchange(text, ordering: .sequentiallyConsistent)) }
    note(strdup("  asked: \(given)\n"))
    defer { note(nil) }
    return try answer()
}

/// Has the question read out on standard error when the program crashes or ends itself in the middle of an answer.
func readOutQuestionAtTheEnd() {
    for crash in [SIGILL, SIGTRAP, SIGSEGV, SIGABRT, SIGBUS, SIGFPE] {
        signal(crash) { number in
            readOut()
            signal(number, SIG_DFL)
            raise(number)
        }
    }
    atexit { readOut() }
}

private func readOut() {
    guard let text = question.load(ordering: .sequentiallyConsistent) else { return }
    _ = write(STDERR_FILENO, text, strlen(text))
}
