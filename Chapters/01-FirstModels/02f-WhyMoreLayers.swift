// # Why two layers are not the end
//
// Section 1.2 · After this page you know the second misunderstanding: that one more layer is enough.

import Common
import Figures
import Notebook

// With one more layer, nets were used in the 1980s and 1990s. There was even a proof that no more is needed: a wide
// enough layer can come as near to any function as one likes (section 1.4 shows it). "Wide enough" was the catch. Such
// nets were often too large and too slow to be of use, while a few more layers would have made them small. People knew
// it, and yet it was not put to use before the 2010s.
//
// You can see it on a line that goes up and down. A neuron with the bend of today, `relu`, passes on what is above 0,
// and gives 0 otherwise. Two of them make one `tooth`. And `teeth` sends a number through several layers of two
// neurons, each of which gets what the one before it has made:

/// What is above 0, else 0.
public func relu(_ x: Double) -> Double { max(x, 0) }

/// 0 at 0, 1 in the middle, 0 at 1: two neurons.
public func tooth(_ x: Double) -> Double { 2 * relu(x) - 4 * relu(x - 0.5) }

/// The same layer again and again.
public func teeth(_ x: Double, layers: Int) -> Double { (0..<layers).reduce(x) { value, _ in tooth(value) } }

extension FirstModels {
    func folding() {
        // Let what comes out go into the same two neurons again, and there are two teeth; once more, and there are
        // four. Each layer folds the line in half:
        show(
            ChartGrid(
                [1, 2, 4].map { layers in
                    Chart("\(counted(layers, "layer"))", x: "in", y: "out", xLimits: 0...1, yLimits: 0...1) {
                        Line.function(0...1, colour: .blue, samples: 513) { teeth($0, layers: layers) }
                    }
                }), "A layer of two neurons, once, twice, and four times")
        let corners = (0...1024).map { teeth(Double($0) / 1024, layers: 10) }
        let tops = corners.indices.filter { corners[$0] == 1 }.count
        show(
            tops, "teeth by ten layers of two neurons",
            predict: .count("One layer makes 1 tooth, two make 2, three make 4. How many do ten layers make?", tops))

        // A single layer has nothing to fold. Each of its neurons adds one bend to the line, and a line with 512 teeth
        // bends 1,023 times between its ends:
        var table = TextTable(["teeth", "neurons in layers of two", "neurons in one layer"])
        for layers in [1, 2, 4, 6, 10] {
            let teeth = 1 << (layers - 1)
            table.add(teeth, 2 * layers, 2 * teeth)
        }
        show(table, "What the same line costs")
        record("depth/neurons-in-ten-layers", 20)
        record("depth/neurons-in-one-layer", 1024)

        // So this was the second misunderstanding. What is possible in principle with one layer may be affordable only
        // with several. (The first was that what one neuron cannot do, no net can.) This is what "deep" in deep
        // learning means: layers that take what the layer before has found, and refine it.
    }
}
