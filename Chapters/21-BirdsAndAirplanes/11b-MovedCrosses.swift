// # The same thing, somewhere else
//
// Section 21.11 · After this page you can show that a dense net does not recognize what has moved.

import Common
import Figures
import Layers
import Notebook
import Tensors
import Training

// An airplane before a bright sky is, roughly, a dark cross. Say a net has learned crosses at one place: dark at row 8,
// column 8, dark at row 8, column 9, and so on. Now the cross is one pixel further down. Other inputs are dark, with
// other weights. Whatever the net has learned about the old ones does not help.
//
// That can be tried, with crosses for airplanes and rings for birds, of 13 and 12 dark pixels, on noise. (`crossPixels`
// and `ringPixels` list them, as distances from the middle. A `Shift` says how far something is down and to the right.)

/// Crosses (0) and rings (1) on a noisy ground, in turn, laid flat [n, side · side], with their labels.
///
/// - Parameters:
///   - shifts: how far each is from the middle, down and to the right; as many as there are pictures.
///   - noise: the standard deviation of the ground.
public func crossesAndRings(
    _ shifts: [Shift], side: Int = 20, noise: Float = 0.3, using random: inout some RandomNumberGenerator
) -> FlatPictures {
    var numbers = (Tensor.randn(shifts.count * side * side, using: &random) * noise).scalars
    for (item, shift) in shifts.enumerated() {
        for pixel in item % 2 == 0 ? crossPixels : ringPixels {
            let (row, column) = (side / 2 + pixel.down + shift.down, side / 2 + pixel.right + shift.right)
            numbers[(item * side + row) * side + column] -= 1
        }
    }
    return TensorDataset(
        Tensor(shape: [shifts.count, side * side], numbers), IntTensor(shifts.indices.map { $0 % 2 }))
}

extension BirdsAndAirplanes {
    func crossesInTheMiddle() {
        // All crosses and rings for training are in the middle (`centredSet`). For validation there are others in the
        // middle, and some that have moved down and to the right, by one pixel, by two, and so on (`movedSet`):
        var random = run.random
        let some = [0, 0, 4, 4].map { Shift(down: $0, right: $0) }
        let pictures = crossesAndRings(some, using: &random)
        show(
            ImageGrid(
                (0..<4).map { Raster(pictures.inputs[$0].reshaped(20, 20), range: -1.5...0.8) },
                titles: ["middle", "middle", "4 away", "4 away"], columns: 4),
            "A cross and a ring, in the middle and moved")
        let (distances, nets) = (Array(0...6), netsOfTheMiddle)
        let curves = nets.map { net in distances.map { accuracy(net, movedSet(by: Shift(down: $0, right: $0))) } }
        let means = distances.map { far in Spread(curves.map { $0[far] }).mean }
        show(
            Chart(
                "Right in the middle, strange nearby, guessing far away", x: "pixels down and to the right",
                y: "accuracy", yLimits: 0...1.05
            ) {
                Line(distances, means, "mean of \(counted(nets.count, "net"))")
                Rule(y: 0.5, "guessing", colour: .black)
            }, "A net that has learned centred crosses and rings, asked about others that have moved",
            predict: .choice(
                "Learned in the middle: how good is the net 6 pixels down and to the right?",
                ["as good as in the middle", "about as good as guessing"],
                answer: abs(means[6] - means[0]) < abs(means[6] - 0.5)
                    ? "as good as in the middle" : "about as good as guessing"))
        for (far, name) in [(0, "in-the-middle"), (1, "one-away"), (3, "three-away"), (6, "six-away")] {
            record("crosses/accuracy-\(name)", over: curves.map { $0[far] })
        }

        // Six pixels away the net guesses. But what happens on the way there is stranger: near the middle it is worse
        // than guessing, and three pixels away nearly everything is right again. The next page finds out why.
    }
}
