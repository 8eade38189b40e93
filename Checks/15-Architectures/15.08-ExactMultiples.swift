import Exercises15
import Practice
import Solutions15
import Tensors

let exactMultiple = Check(
    "15.8",
    answer(
        "exactMultiple(kernel:stride:)", Exercises15.exactMultiple(kernel:stride:),
        Solutions15.exactMultiple(kernel:stride:))
) { settings in
    func expectSettings(_ kernel: Int, _ stride: Int, _ expected: [Int]?) throws {
        try expectEqual(
            try settings(kernel, stride).its("padding, outputPadding") { $0.map { [$0.padding, $0.outputPadding] } },
            expected)
    }
    try expectSettings(3, 2, [1, 1])
    try expectSettings(4, 2, [1, 0])
    try expectSettings(2, 2, [0, 0])
    try expectSettings(1, 2, [0, 1])
    try expectSettings(1, 4, [0, 3])
    try expectSettings(3, 1, [1, 0])
    try expectSettings(2, 1, nil)
    try expectSettings(4, 1, nil)
    try expectSettings(7, 2, [3, 1])
    // What is given must make the layer do it.
    for (kernel, stride) in [(3, 3), (5, 2), (5, 3), (6, 4), (9, 5)] {
        let found = try settings(kernel, stride)
        guard let (padding, extra) = found.value else {
            throw WrongAnswer(given: found.call, expected: "a padding", found: "nil")
        }
        let size = Tensor.zeros(1, 1, 6, 6).convTranspose2d(
            .zeros(1, 1, kernel, kernel), stride: Size2D(stride), padding: Size2D(padding),
            outputPadding: Size2D(extra)
        ).shape[3]
        try expectEqual(found.its("pixels made of 6") { _ in size }, 6 * stride)
    }
}
