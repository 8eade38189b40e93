// # Where it died
//
// Section 13.10 · After this page you can see in the activations of a net where its training went wrong.

import Figures
import Notebook
import Tensors

// Where did the failing run go wrong? `plotLayerStats` draws what was kept of one layer, batch by batch: mean, standard
// deviation, and the share near zero. `entries` finds the layer: negative numbers count from the end, so that -2 is the
// last layer but one:

extension ActivationStats {
    /// The entries of a layer; -1 is the last one.
    public func entries(of layer: Int) -> [Entry] {
        let number = layer < 0 ? layers.count + layer : layer
        require(
            layers.indices.contains(number), "entries(of: \(layer))", "\(layers.count) layers have been watched",
            try: layers.isEmpty ? "fit first" : "a number from 0 to \(layers.count - 1), or from -\(layers.count) to -1"
        )
        return layers[number]
    }

    /// Mean, deviation and share near zero of a layer against the batch number. (The book's `plot_layer_stats`.)
    public func plotLayerStats(_ layer: Int, _ title: String = "") -> ChartGrid {
        let entries = entries(of: layer)
        return ChartGrid(
            [
                Chart("Mean", x: "batch", y: "mean") { Line(entries.map(\.mean)) },
                Chart("Standard deviation", x: "batch", y: "deviation") {
                    Line(entries.map(\.deviation), colour: .orange)
                },
                Chart("Near zero or below", x: "batch", y: "share", yLimits: 0...1) {
                    Line(entries.map(\.nearZero), colour: .green)
                },
            ], columns: 3, title: title, sharedYLimits: false)
    }
}

extension ConvolutionalNets {
    func whereItDied() throws {
        let stats = try baseline.example
        show(stats.plotLayerStats(0, "The first layer at a rate of 0.06"), "plotLayerStats(0)")
        show(stats.plotLayerStats(-2, "The last layer but one at a rate of 0.06"), "plotLayerStats(-2)")

        // In a training that goes well, these lines are smooth, and end nowhere near "all zero". Take the share near
        // zero at the end, from the first layer to the last but one:
        let shares = (0..<4).map { stats.entries(of: $0).last!.nearZero }
        show(
            Chart("Near zero after one epoch, layer by layer", x: "layer", y: "share", yLimits: 0...1.1) {
                Bars((1...4).map { "layer \($0)" }, shares)
            }, "The share of numbers that are 0.05 or less, in the last batch")

        // After the ReLU these numbers are 0, or next to it. A 0 does nothing: whatever weight it is multiplied by, 0
        // comes out, and that weight gets no gradient either. A layer that gets zeros has less to make anything of, and
        // so zeros beget zeros. What is lost in one layer, no later layer brings back. If a whole layer is zero, the
        // net gives its biases, whatever the image, and the best it can do is to learn how frequent each digit is.
    }
}
