// Counting what was done. An exercise that was given up stays given up, even when its answer passes later.

import Common

/// How far the reader got with some exercises.
struct Tally: Equatable {
    let all: Int
    let solved: Int
    let givenUp: Int
    let hints: Int

    init(_ exercises: [Exercise], _ progress: PracticeProgress) {
        let entries = exercises.map { progress[$0.id] }
        all = entries.count
        givenUp = entries.count(where: \.gaveUp)
        solved = entries.count { $0.solved && !$0.gaveUp }
        hints = entries.map(\.hints).reduce(0, +)
    }

    /// "2 given up", "5 hints": what there is to say beside what is solved.
    var remarks: [String] {
        [givenUp > 0 ? "\(givenUp) given up" : nil, hints > 0 ? counted(hints, "hint") : nil].compactMap(\.self)
    }

    /// A bar of twenty cells. It is full only when everything is done, and every part that is not zero is visible.
    func bar(_ ink: Ink) -> String {
        let done = solved + givenUp
        let (someSolved, someGivenUp) = (min(solved, 1), min(givenUp, 1))
        let filled = done == all ? 20 : min(max(cells(done), someSolved + someGivenUp), 19)
        let grey = min(max(cells(givenUp), someGivenUp), filled - someSolved)
        return ink.green(String(repeating: "█", count: filled - grey))
            + ink.yellow(String(repeating: "▒", count: grey)) + ink.dim(String(repeating: "░", count: 20 - filled))
    }

    private func cells(_ count: Int) -> Int { (count * 20 + all / 2) / max(all, 1) }
}
