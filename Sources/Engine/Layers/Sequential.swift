// # Sequential: one layer after the other

import Tensors

/// Calls its layers in turn, each on the result of the one before.
public class Sequential: Module, Layer {
    public final let layers: [any Layer<Tensor, Tensor>]

    public init(_ layers: [any Layer<Tensor, Tensor>]) { self.layers = layers }
    public convenience init(_ layers: any Layer<Tensor, Tensor>...) { self.init(layers) }

    public func forward(_ x: Tensor) -> Tensor { layers.reduce(x) { $1($0) } }

    /// One of the layers: `net[0]`, or `net[-1]` for the last. A number that is out of range stops the program.
    public subscript(_ index: Int) -> any Layer<Tensor, Tensor> {
        let place = index < 0 ? index + layers.count : index
        require(
            layers.indices.contains(place), "layer \(index) of a Sequential of \(layers.count)",
            "there is no such layer",
            try: layers.isEmpty ? nil : "a number from \(-layers.count) to \(layers.count - 1)")
        return layers[place]
    }
}

/// Any function of a tensor as a layer: `Lambda { $0.squared() }`.
public final class Lambda: Module, Layer {
    private let function: (Tensor) -> Tensor

    public init(_ function: @escaping (Tensor) -> Tensor) { self.function = function }

    public func forward(_ x: Tensor) -> Tensor { function(x) }
}
