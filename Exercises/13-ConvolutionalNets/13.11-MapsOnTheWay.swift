// Exercise 13.11 · Maps on the way
// Section 13.6: Chapters/13-ConvolutionalNets/06c-LayerTable.swift

import Layers
import Practice
import Tensors

/// The maps that the convolutions of any model make of x, in the order in which they are called: for each call, the
/// name of the layer and the shape of what came out, such as "layers.0 [64, 4, 14, 14]". A convolution that is called
/// twice is told twice, one that is not called not at all.
///
/// The model need not be a `Sequential`, so you cannot call its layers yourself: it must be called as a whole, with
/// hooks in place. `model.namedModules` has all its parts with their names (`(name, module)`), and `layer.onForward {
/// input, output in … }` hangs a hook on a layer and returns it. `hooks.during { … }` runs the braces and then removes
/// the hooks. Only layers of class `Conv2d` are asked for.
public func mapsOnTheWay(through model: any Layer<Tensor, Tensor>, from x: Tensor) throws -> [String] {
    throw Unanswered("13.11")
}
