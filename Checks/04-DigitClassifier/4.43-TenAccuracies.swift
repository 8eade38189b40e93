import Exercises04
import Practice
import Solutions04
import Tensors

let tenAccuracies = Check(
    "4.43", answer("accuracies(_:_:)", Exercises04.accuracies(_:_:), Solutions04.accuracies(_:_:)),
    answer("commonestMistake(_:_:)", Exercises04.commonestMistake(_:_:), Solutions04.commonestMistake(_:_:))
) { accuracies, commonestMistake in
    // Answers, one for each item, and labels. Negative scores: 0 is not the smallest there is.
    let cases: [(classes: Int, answers: [Int], labels: [Int], all: Float, each: [Float?], mistakes: [[Int]])] = [
        (3, [0, 1, 0, 2], [0, 1, 1, 1], 0.5, [1, 1 / 3, nil], [[1, 0], [1, 2]]), (2, [1, 0], [1, 0], 1, [1, 1], []),
        (
            10, [4, 9, 9, 4, 4, 3], [4, 9, 4, 9, 9, 5], 1 / 3, [nil, nil, nil, nil, 0.5, 0, nil, nil, nil, 1 / 3],
            [[9, 4]]
        ),
        (4, [0, 0, 0, 0], [3, 3, 2, 0], 0.25, [1, nil, 0, 0], [[3, 0]]), (2, [0], [1], 0, [nil, 0], [[1, 0]]),
    ]
    for (classes, answers, labels, all, each, mistakes) in cases {
        let scores = Tensor(
            shape: [answers.count, classes],
            answers.flatMap { answer in
                (0..<classes).map { $0 == answer ? -0.5 : -3 - Float($0) }
            })
        let found = try accuracies(scores, IntTensor(labels))
        try expectClose(found.its("all", \.all), all)
        try expectEqual(found.its("number of classes", \.each.count), classes)
        for digit in 0..<classes {
            try expectClose(found.its("share of the \(digit)s") { $0.each[digit] }, each[digit])
        }
        let mistake = try commonestMistake(scores, IntTensor(labels))
        let pairs = mistakes.map { "(digit: \($0[0]), takenFor: \($0[1]))" }
        try expect(
            mistake, pairs.isEmpty ? "nil: all are right" : pairs.joined(separator: " or "),
            found: mistake.value.map { "\($0)" } ?? "nil"
        ) { mistake in
            mistake.map { mistakes.contains([$0.digit, $0.takenFor]) } ?? mistakes.isEmpty
        }
    }
}
