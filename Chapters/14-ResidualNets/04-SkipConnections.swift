// # Skip connections
//
// Section 14.4 · After this page you can write a block that adds its input to what it makes of it, and start it so that
// it does nothing at all.

import Figures
import Layers
import Notebook
import Tensors

// Here is the thought that led to ResNets. Take a trained net of 20 layers, and put 36 more into it that do nothing.
// The result has 56 layers and is exactly as good. So a net of 56 layers that is at least as good as one of 20 exists;
// it is only that descent does not find it. Why not help it? Build the layers so that doing nothing is easy for them.
//
// A function that returns its input unchanged is called an *identity mapping*. In code it is hardly worth a name, but
// it gets one, since section 14.5 wants to put it in the place of a layer:

/// x, unchanged. (The book's `noop`.)
public func noop<Value>(_ x: Value) -> Value { x }

extension ResidualNets {
    func returnsItsInput() {
        let x = Tensor([[1, -2], [0.5, 3]])
        show(
            noop(x), "noop of [[1, -2], [0.5, 3]]",
            ask: "What does noop([[1, -2], [0.5, 3]]) return? Four numbers, row by row.")
    }
}

// Can a convolution with batch norm and ReLU be an identity? Hardly: its weights would have to be just so, and what is
// negative would be lost. But there is a way that costs one addition. Put x + f(x) in the place of f(x), with f ending
// in batch norm. That multiplies by γ and adds β. If both are 0, then f(x) is 0, whatever the convolution does, and x +
// f(x) is x. And yet γ can be learned, and with it everything behind it.
//
// Where should x be added? Around a single convolution would be possible. But such an f has no ReLU inside, so x + f(x)
// is just another linear map of x, like the convolution alone; the authors saw no advantage in that. With two
// convolutions and a ReLU between them it is more. So ResNets skip two at a time:
//
//     y = x + conv2(conv1(x))
//
// The way of x around the convolutions is the *skip connection*, or identity path:

/// x + f(x), f being two convolutions, each with batch norm: x [n, channels, h, w] → the same shape.
///
/// (The book's first `ResBlock`.)
public final class IdentityBlock: Module, Layer {
    public let first, second: ConvLayer

    /// - Parameters:
    ///   - gamma: what the last batch norm multiplies by at the start.
    ///   - endsInReLU: whether f ends in a ReLU, as the book's first version does.
    public init(_ channels: Int, gamma: Float = 0, endsInReLU: Bool = false, using random: inout SplitMix64) {
        first = ConvLayer(channels, channels, using: &random)
        second = ConvLayer(channels, channels, gamma: gamma, hasActivation: endsInReLU, using: &random)
    }

    public func forward(_ x: Tensor) -> Tensor { x + second(first(x)) }
}

extension ResidualNets {
    func theBlockDoesNothing() {
        var random = run.random
        let x = Tensor.randn(4, 16, 8, 8, using: &random)
        let block = IdentityBlock(16, using: &random)
        show(
            block(x).scalars == x.scalars, "a block with γ = 0 returns x, to the last bit",
            ask: "γ and β are 0, the convolutions are random. Is the output of the block exactly its input?")
        let started = IdentityBlock(16, gamma: 1, using: &random)
        show(started(x).scalars == x.scalars, "with γ = 1")
        show(block.parameterCount, "parameters, which all can be learned")
    }
}

// Can they? Look at the gradients. γ is multiplied by the normalized output of the second convolution, so its gradient
// is not 0. Those of the convolutions are, at first, because they are multiplied by γ. After one step γ is no longer 0,
// and they move, too.
//
// But there is a trap. In the book, the first version of the block uses its usual layer twice, so f ends in a ReLU.
// With γ = β = 0, that ReLU gets 0 everywhere. There its slope is 0, and nothing comes back. The block would do nothing
// for ever. The book's library is saved by a detail: its batch norm starts with β = 0.001, just inside the ReLU's right
// half. (Then the block is not quite the identity, of course.) `largestGradients` looks at one block, and `add` puts
// what it finds into a table:

/// The largest gradients of γ in the block's last batch norm, and of the first convolution's weights, for a random
/// gradient of the block's output.
public func largestGradients(of block: IdentityBlock, using random: inout SplitMix64) -> (gamma: Float, weights: Float)
{
    let x = Tensor.randn(4, block.first.convolution.weight.shape[1], 8, 8, using: &random)
    block.zeroGrad()
    block(x).backward(gradient: .randn(x.shape, using: &random))
    func largest(_ parameter: Parameter) -> Float { parameter.grad!.abs().max().item }
    return (largest(block.second.norm!.gamma), largest(block.first.convolution.weight))
}

extension ResidualNets {
    func deadOrAlive() {
        var random = run.random
        var table = TextTable(["block", "largest gradient of γ", "of the first weights"], decimals: 4)
        func add(_ name: String, _ block: IdentityBlock) {
            let found = largestGradients(of: block, using: &random)
            table.add(name, found.gamma, found.weights)
        }
        let dead = IdentityBlock(16, endsInReLU: true, using: &random)
        add("ends in a ReLU, β = 0", dead)
        dead.second.norm!.beta.assign(.full(0.001, [16]))
        add("ends in a ReLU, β = 0.001", dead)
        let block = IdentityBlock(16, using: &random)
        add("ends in batch norm, β = 0", block)
        // One step of plain descent, and the first weights have a gradient, too:
        for parameter in block.parameters { parameter.update { value, grad in value -= 0.01 * grad } }
        add("the same after one step", block)
        show(
            table, "what comes back to a block that starts with γ = 0",
            predict: .yesNo("f ends in a ReLU, and γ = β = 0. Is there a gradient that could change it?", false))

        // So the second convolution ends in batch norm, without a ReLU. That is how it stays from here on.
    }

    func shapesThatDoNotAdd() {
        // The block has two limits. x and f(x) are added, so they need the same shape: no stride, and as many filters
        // as channels. Where that is not so, the addition fails:
        show(
            BroadcastAlignment([2, 16, 32, 32], [2, 32, 16, 16]), "x, and f(x) with stride 2 and twice the channels",
            predict: .yesNo("Can [2, 16, 32, 32] and [2, 32, 16, 16] be added?", false))

        // And there is a case in which it should fail, and does not. A picture of one channel is repeated for all
        // filters:
        show(
            BroadcastAlignment([2, 1, 32, 32], [2, 16, 32, 32]),
            "a grey x, and f(x) of 16 channels: added without a word")

        // Section 14.5 lifts both limits.
    }
}
