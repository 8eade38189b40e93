// Nudge: Go through the letters. For N you must know how many channels there are by now, and for C which letter comes
//   next.
// Idea: Keep the number of channels in a variable, which becomes `filters` at the C. Letters in an array can be looked
//   at by their number, also the one after this.
// Almost: `order.contains("CN")` is true exactly if a norm directly follows the convolution: then `bias: false`.

import Layers
import Tensors

public func block(
    _ order: String, channels: Int, filters: Int, using random: inout SplitMix64
) throws -> Sequential {
    var layers: [any Layer<Tensor, Tensor>] = []
    var width = channels
    for letter in order {
        switch letter {
        case "C":
            layers.append(
                Conv2d(
                    channels, filters, kernel: 3, stride: 2, padding: 1, bias: !order.contains("CN"), using: &random))
            width = filters
        case "N": layers.append(BatchNorm2d(width))
        case "R": layers.append(ReLU())
        default: throw UnknownPart(letter: letter)
        }
    }
    return Sequential(layers)
}

public struct UnknownPart: Error {
    public let letter: Character
    public init(letter: Character) { self.letter = letter }
}
