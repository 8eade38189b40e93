// # Any size will do
//
// Section 14.2 · After this page you can pool a grid of any size to a grid of any other, and know what `Flatten` is
// for.

import Figures
import Layers
import Notebook
import Tensors

// What the net makes of a picture on its way, for the book's 128 pixels:

extension ResidualNets {
    func theFirstNet() {
        var random = run.random
        let net = convolutionalNet(classes: 10, using: &random)
        var (x, table) = (Tensor.zeros(2, 3, 128, 128), TextTable(["layer", "shape"]))
        net.eval()
        for layer in net.layers {
            x = noGrad { layer(x) }
            table.add("\(type(of: layer))", "\(x.shape)")
        }
        show(table, "two pictures of 128 × 128 on their way")
        show(
            net.parameterCount, "parameters with ten classes",
            predict: .choice(
                "About how many parameters has this net?", ["40 thousand", "400 thousand", "4 million"],
                answer: "400 thousand"))

        // `Flatten` has little to do, but it cannot be left out. After the mean the shape is [2, 256, 1, 1], and a
        // linear layer multiplies along the last axis. It would expect 256 numbers there, and find one.
    }

    func anySizeWillDo() {
        // No layer knows how large the pictures are. So the same weights take pictures of any of these sizes:
        var random = run.random
        let net = convolutionalNet(classes: 10, using: &random)
        net.eval()
        for size in [[64, 64], [128, 128], [47, 200], [1, 1]] {
            let scores = noGrad { net(.zeros(2, 3, size[0], size[1])) }
            show(scores.shape, "scores for pictures of \(size[0]) × \(size[1])")
        }
    }
}

// The layer is called *adaptive* because it is told what should come out, and adapts its windows to what comes in. A
// grid of 1 × 1 is what one nearly always wants, but any other can be had. Along an axis of length n that should become
// k places, place i gets the entries from ⌊i n / k⌋ to ⌈(i + 1) n / k⌉. If k divides n, these are equal windows, side
// by side. If not, neighbours share an entry:

/// The windows of adaptive pooling along one axis.
public func adaptiveWindows(of length: Int, into count: Int) -> [Range<Int>] {
    (0..<count).map { place in place * length / count..<((place + 1) * length + count - 1) / count }
}

// `adaptivelyAveraged` takes the mean of each pair of a window of rows and a window of columns. It is made of slices
// and means, so autograd knows its gradient:

/// The mean of each window: x [n, channels, h, w] → [n, channels, rows, columns]. (The book's `nn.AdaptiveAvgPool2d`.)
public func adaptivelyAveraged(_ x: Tensor, to rows: Int, _ columns: Int) -> Tensor {
    let lines = adaptiveWindows(of: x.shape[2], into: rows).map { row in
        let means = adaptiveWindows(of: x.shape[3], into: columns).map { column in
            x[0..., 0..., row, column].mean(axes: 2, 3)
        }
        return Tensor.stack(means, axis: 2)
    }
    return .stack(lines, axis: 2)
}

extension ResidualNets {
    func windowsOfAnyGrid() {
        // `rangesAsText` writes them down, each as its first entry and the one behind its last:
        func rangesAsText(_ length: Int, _ count: Int) -> String {
            adaptiveWindows(of: length, into: count).map(\.description).joined(separator: ", ")
        }
        show(rangesAsText(6, 3), "windows of 6 places into 3")
        show(
            rangesAsText(7, 3), "windows of 7 places into 3",
            predict: .count("7 places are pooled into 3 windows. How many entries has each?", 3))
        show(rangesAsText(2, 3), "windows of 2 places into 3: a grid may grow, too")

        // Ours and the engine's on the same numbers, and their gradients:
        var random = run.random
        var table = TextTable(["grid", "pooled to", "largest difference", "of the gradients"])
        for (grid, size) in [([8, 8], [1, 1]), ([7, 5], [3, 2]), ([4, 6], [4, 6]), ([2, 3], [5, 4])] {
            let x = Tensor.randn([2, 3] + grid, using: &random).requiringGrad()
            let ours = adaptivelyAveraged(x, to: size[0], size[1])
            let dy = Tensor.randn(ours.shape, using: &random)
            ours.backward(gradient: dy)
            let same = x.detached().requiringGrad()
            let engines = same.adaptiveAveragePooled(Size2D(size[0], size[1]))
            engines.backward(gradient: dy)
            table.add(
                "\(grid)", "\(size)", (ours - engines).detached().abs().max().item,
                (x.grad! - same.grad!).abs().max().item)
        }
        show(table, "our adaptive pooling beside the engine's")

        // They agree but for rounding. From here on the engine's is used.
    }
}
