// The board's checks as tests: `swift test --filter Exercises`.
//
// What has no answer yet must not look like something that passed. A parameterised test whose cases are cancelled would
// be reported as passed, so the checks are parted first: answers are tested, the rest is named in one cancelled test.

import Board
import Practice
import Testing

@Suite struct `Your answers` {
    static let verdicts = allChecks.map { (check: $0, verdict: $0.verdictOnReader()) }
    static let answered = verdicts.filter { !$0.verdict.isUnanswered }.map(\.check)

    @Test(arguments: answered)
    func `the answers so far are right`(_ check: Check) throws {
        let exercise = try catalogue.get().exercise(check.id)
        let verdict = Self.verdicts.first { $0.check.id == check.id }!.verdict
        if verdict.isWrong { Issue.record("\(exercise)\n\(exercise.feedback(on: verdict))") }
    }

    @Test func `the other exercises are unanswered`() throws {
        let open = Self.verdicts.filter { $0.verdict.isUnanswered }.map(\.check.id)
        if !open.isEmpty {
            try Test.cancel("\(open.count) of \(allChecks.count) are unanswered: \(open.joined(separator: ", "))")
        }
    }
}

extension Verdict {
    var isUnanswered: Bool { if case .unanswered = self { true } else { false } }
}
