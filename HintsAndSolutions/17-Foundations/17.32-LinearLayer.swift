// Nudge: Copy `LinearLayer` from the page: it has nearly everything. What has to change so that there may be no
//   bias?
// Idea: A module also finds parameters in optionals: `let bias: Parameter?`. A vector as input works by itself if the
//   product takes it: `matmul` counts a vector on the left as a row.
// Almost: The weight begins as `.randn(outputs, inputs, using: &random)`, times its deviation. In `forward`, the
//   product with `weight.value.T` is made in any case, and `bias.map { … } ?? …` adds the bias only if there is one.

import Layers
import Tensors

final class OwnLinear: Module, Layer {
    let weight: Parameter
    let bias: Parameter?

    init(_ inputs: Int, _ outputs: Int, bias: Bool, using random: inout SplitMix64) {
        weight = Parameter(.randn(outputs, inputs, using: &random) * (2 / Float(inputs)).squareRoot())
        self.bias = bias ? Parameter(.zeros(outputs)) : nil
    }

    func forward(_ x: Tensor) -> Tensor {
        let y = x.matmul(weight.value.T)
        return bias.map { y + $0.value } ?? y
    }
}

public func linearLayer(
    _ inputs: Int, _ outputs: Int, bias: Bool, using random: inout SplitMix64
) throws -> any Layer<Tensor, Tensor> {
    OwnLinear(inputs, outputs, bias: bias, using: &random)
}
