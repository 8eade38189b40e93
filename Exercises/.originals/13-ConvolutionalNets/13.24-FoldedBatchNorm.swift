// Exercise 13.24 · Batch norm at no cost
// Section 13.14: Chapters/13-ConvolutionalNets/14c-OrderOfNorm.swift

import Layers
import Practice
import Tensors

/// When a net is used, batch norm is a fixed multiplication and a fixed addition for each channel. A convolution right
/// before it can do both itself.
///
/// Returns a net that gives the same as `net` does in evaluation (but for rounding), without any batch norm that comes
/// directly after a `Conv2d`; of several in a row, all of them. All other layers are kept as they are, the very
/// objects, in the same order. The new convolutions have a bias, even if the old ones had none, and window, stride,
/// padding and so on are the old ones. `net` itself stays as it is. Its layers stand side by side, none is inside
/// another `Sequential`. A batch norm in it is a `BatchNorm2d`, with the engine's usual `activation`, which is none.
public func folded(_ net: Sequential) throws -> Sequential {
    throw Unanswered("13.24")
}
