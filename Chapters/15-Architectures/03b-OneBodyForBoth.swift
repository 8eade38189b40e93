// # One body for both photos
//
// Section 15.3 · After this page you can build a net with two inputs, and prove that both go through the same weights.

import Figures
import Layers
import Notebook
import Tensors
import Training
import Vision

// The net has two parts. The *encoder* is a body, as in section 15.1. Each of the two photos goes through it. What
// comes out for both is put together along the channels, and the head says of that whether the photos show the same
// breed:

/// A pair → scores for “different” and “same” [n, 2]. (The book's `SiameseModel`.)
public final class SiameseNet: Module, Layer, GroupedNet {
    public let encoder: Sequential, head: Sequential
    private let joined: (_ left: Tensor, _ right: Tensor) -> Tensor

    /// - Parameter joined: what the head gets of the maps of both photos; side by side unless told otherwise.
    public init(
        encoder: Sequential, head: Sequential,
        joined: @escaping (_ left: Tensor, _ right: Tensor) -> Tensor = { .cat([$0, $1], axis: 1) }
    ) {
        (self.encoder, self.head, self.joined) = (encoder, head, joined)
    }

    public func forward(_ x: PairBatch) -> Tensor { head(joined(encoder(x.left), encoder(x.right))) }

    public var groups: [[Module]] { [[encoder], [head]] }
}

extension Architectures {
    func wayOfAPair() throws {
        // Here is the way of four pairs. The head is the usual one, for twice as many channels as the body has; and
        // since it pools in two ways, four times as many numbers come out of its pooling. (The book writes `512*4` for
        // that. Our `HeadPlan` counts channels before pooling.)
        var random = run.random
        let (all, body) = (try pairPhotos, try petBody.body())
        let head = HeadPlan().layers(2 * body.channels, outputs: 2, using: &random)
        let net = SiameseNet(encoder: body.layers, head: head)
        net.eval()
        let pairs = try judgedPairs.prefix(4)
        let x = PairBatch(try all.pictures(pairs.map(\.first)), try all.pictures(pairs.map(\.second)))
        var table = TextTable(["step", "shape that comes out"])
        try noGrad {
            let (left, right) = (body.layers(x.left), body.layers(x.right))
            var y = Tensor.cat([left, right], axis: 1)
            table.add("each photo", "\(x.left.shape)")
            table.add("encoder, for each photo", "\(left.shape)")
            table.add("both, side by side", "\(y.shape)")
            for layer in head.layers.prefix(2) { y = layer(y) }
            table.add("pooled: largest and mean", "\(y.shape)")
            for layer in head.layers.dropFirst(2) { y = layer(y) }
            table.add("scores", "\(y.shape)")
            show(
                table, "Four pairs on their way, \(try petBody.title)",
                predict: .count(
                    "The body has \(body.channels) channels. How many numbers come out of the head's pooling?",
                    4 * body.channels))
            show((y - net(x)).abs().max().item == 0, "and that is what the net says, to the last bit")
        }
        // With the book's body of 512 channels, the head has so many parameters:
        let books = HeadPlan().layers(2 * 512, outputs: 2, using: &random)
        let count = books.parameters.map(\.count).reduce(0, +)
        show(count, "parameters in the book's head: 2048 · 512 + 512 · 2, and two norms")
        let whole = net.parameters.map(\.count).reduce(0, +)
        let parts = [body.layers.parameters, head.parameters].map { $0.map(\.count).reduce(0, +) }
        show(
            whole == parts[0] + parts[1], "the net has the parameters of one body and a head",
            predict: .yesNo("The body is used twice. Does the net have the parameters of one body?", true))
    }

    func gradientOfBothWays() throws {
        // The encoder's weights take part in the answer twice. So their gradient has two parts, one for each photo, and
        // they are added. To see them, each way is cut off in turn (`detached` lets no gradient through; the loss is
        // that of the next page):
        var random = run.random
        let body = smallBody(width: 4, using: &random)
        let head = HeadPlan(hidden: [16], dropout: 0).layers(2 * body.channels, outputs: 2, using: &random)
        let net = SiameseNet(encoder: body.layers, head: head)
        net.eval()
        let (left, right) = (Tensor.randn(4, 3, 32, 32, using: &random), Tensor.randn(4, 3, 32, 32, using: &random))
        let isSame = BoolTensor([true, false, true, false])
        let weight = body.layers.parameters[0]
        // `gradient` is that of the first layer, with either way cut off or none:
        func gradient(left isLeftTraced: Bool, right isRightTraced: Bool) -> Tensor {
            let (a, b) = (body.layers(left), body.layers(right))
            let y = head(.cat([isLeftTraced ? a : a.detached(), isRightTraced ? b : b.detached()], axis: 1))
            lossOfPairs(y, isSame).backward()
            defer { net.parameters.forEach { $0.grad = nil } }
            return weight.grad!
        }
        let both = gradient(left: true, right: true)
        let (one, other) = (gradient(left: true, right: false), gradient(left: false, right: true))
        let difference = (both - (one + other)).abs().max().item / both.abs().max().item
        show(
            difference < 1e-5, "the gradient of both ways is the sum of their gradients",
            predict: .yesNo("Is the encoder's gradient the sum of the gradients through either photo?", true))
    }
}
