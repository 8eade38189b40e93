// # The Mark I Perceptron looks at shapes
//
// Section 1.2 · After this page you have seen one neuron learn to tell shapes apart, and what it cannot do.

import Figures
import Notebook
import Tensors

// Here is the machine's task in our program: pictures of 20 × 20 light cells, on which there is a square or a disc.
// Sizes differ, and each cell flickers now and then. `shape` draws one of them, `shapes` as many as you like, in turn:

/// A square or a disc of 20 × 20 cells, each 0 or 1.
/// - Parameters:
///   - shift: how far its middle may be from that of the picture, in cells.
///   - noise: the share of cells that show the opposite.
func shape(isDisc: Bool, shift: Int, noise: Double = 0.02, using random: inout SplitMix64) -> [Double] {
    let size = Double.random(in: 5...8, using: &random)
    let (dx, dy) = (Int.random(in: -shift...shift, using: &random), Int.random(in: -shift...shift, using: &random))
    return (0..<400).map { cell in
        let (x, y) = (Double(cell % 20 - dx) - 9.5, Double(cell / 20 - dy) - 9.5)
        // Both have the same area, so that counting cells does not help.
        let isInside = isDisc ? x * x + y * y <= size * size : max(abs(x), abs(y)) <= size * 0.886
        return isInside != (Double.random(in: 0..<1, using: &random) < noise) ? 1 : 0
    }
}

extension FirstModels {
    /// Discs and squares in turn; discs are wanted to be 1.
    func shapes(_ count: Int, shift: Int, using random: inout SplitMix64) -> [(inputs: [Double], wanted: Int)] {
        (0..<count).map { (shape(isDisc: $0 % 2 == 1, shift: shift, using: &random), $0 % 2) }
    }

    func squaresAndDiscs() {
        var random = run.random
        let examples = shapes(run.size(quick: 60, usual: 400), shift: 0, using: &random)
        show(
            ImageGrid(
                examples.prefix(8).map { Raster(cells: $0.inputs) },
                titles: examples.prefix(8).map { $0.wanted == 1 ? "disc" : "square" }, columns: 8),
            "What the machine sees")

        // It learns from these as it learned "or": 400 inputs instead of two, and not a line of new code. Then it is
        // asked about shapes that it has never seen. That is the question that counts, and we come back to it often:
        let others = shapes(400, shift: 0, using: &random)
        var machine = Perceptron(inputs: 400)
        let mistakes = machine.learn(examples, passes: 50)
        let right = others.count { machine($0.inputs) == $0.wanted }
        show(mistakes, "mistakes in each pass")
        record("mark-i/right-on-new-shapes", Double(right) / Double(others.count))
        show(
            Raster(Tensor(machine.weights.map(Float.init)).reshaped(20, 20), range: nil, colours: .signed).scaled(
                by: 12),
            "Its 400 weights as a picture: red cells speak for a disc, blue ones against it")

        // One can read what it has learned. Cells in the corners of a square are blue: light there means square. And
        // where a disc bulges out over a square of the same area, they are red.
    }

    func shapesThatMove() {
        // The weights belong to places. So what if the shapes may be anywhere? The neuron learns as before, from shapes
        // whose middle is up to three cells away from that of the picture:
        let shares = [0, 3].map { shift in
            var random = run.random
            let examples = shapes(run.size(quick: 60, usual: 400), shift: shift, using: &random)
            let others = shapes(400, shift: shift, using: &random)
            var machine = Perceptron(inputs: 400)
            _ = machine.learn(examples, passes: 50)
            return Double(others.count { machine($0.inputs) == $0.wanted }) / 400
        }
        show(
            Chart("One neuron, and shapes that move", x: "", y: "right on new shapes", yLimits: 0...1) {
                Bars(["in the middle", "up to 3 cells away"], shares)
                Rule(y: 0.5, "guessing")
            }, "Right answers on 400 new shapes",
            predict: .change(
                "Shapes may move now. The share of right answers becomes …", from: shares[0], to: shares[1]))
        record("mark-i/right-on-shapes-that-move", shares[1])

        // A corner of one square is the inside of another. No single weight for a cell can serve both. Something has to
        // find corners first, wherever they are, and something else has to look at what was found: one neuron behind
        // the other. How much that changes could be seen with far less than 400 cells.
    }
}

// MARK: Helpers

extension Raster {
    /// A picture of 20 × 20 cells.
    fileprivate init(cells: [Double]) { self.init(Tensor(cells.map(Float.init)).reshaped(20, 20)) }
}
