import Exercises18
import Practice
import Solutions18
import Tensors

private let readers: @Sendable (Int, Int, Int) throws -> String = {
    "\(try Exercises18.forgottenAxes(channels: $0, height: $1, width: $2))"
}
private let ours: @Sendable (Int, Int, Int) throws -> String = {
    "\(try Solutions18.forgottenAxes(channels: $0, height: $1, width: $2))"
}

let forgottenAxes = Check(
    "18.10",
    Answer(
        NamedFunction("forgottenAxes(channels:height:width:)", readers),
        NamedFunction("forgottenAxes(channels:height:width:)", ours))
) { forgottenAxes in
    var random = SplitMix64(seed: 1810)
    for (k, h, w) in [
        (512, 7, 7), (8, 8, 8), (8, 5, 8), (8, 8, 5), (1, 7, 7), (1, 1, 1), (1, 3, 1), (6, 4, 1), (6, 1, 1), (2, 1, 2),
        (7, 7, 1), (3, 1, 4),
    ] {
        let expected: String
        let shapes = BroadcastAlignment([k], [k, h, w])
        if let shape = shapes.shape {
            let (a, g) = (Tensor.randn(k, h, w, using: &random), Tensor.randn(k, h, w, using: &random))
            let wrong = (g.mean(axes: 1, 2) * a).sum(axis: 0)
            let right = (g.mean(axes: 1, 2, keepingAxes: true) * a).sum(axis: 0)
            let isSame = wrong.shape == right.shape && (wrong - right).abs().max().item < 1e-5
            expected = isSame ? "right" : shape == [k, h, w] ? "wrongNumbers" : "wrongShape"
        } else {
            expected = "stops"
        }
        try expectEqual(forgottenAxes(k, h, w), expected)
    }
}
