// # The head of the book's net
//
// Section 18.4 · After this page you can say what the book's first map is worth, and why Grad-CAM is the better habit.

import Figures
import Layers
import Notebook
import Tensors
import Training

// Our head is a mean and a linear layer. fastai puts another one on the book's ResNet (section 15.1 builds it): the
// maxima *and* the means of 512 maps, so 1024 numbers, then batch norm, a linear layer from 1024 to 512, a ReLU, batch
// norm again, and the last linear layer from 512 to 2. (And dropout, which does nothing when the net is used.) The
// book's einsum multiplies the maps with the weight of that last layer. It can, because both have 512 channels. But
// that is a coincidence of sizes: column k of the weight belongs to number k of the layer before, and this is made of
// all channels. It has nothing to do with map k.
//
// If that is right, the book's map should not know what it is asked for. We can try. `ConcatHead` is fastai's head for
// our 64 maps, and again the last weight has as many columns as there are maps:

/// Maxima and means, batch norm, a linear layer, ReLU, batch norm, a linear layer: maps [n, k, h, w] → scores [n,
/// kinds]. (fastai's `create_head`, without dropout.)
public final class ConcatHead: Module, Layer {
    /// [k, kinds] of the book's einsum.
    public let last: Linear
    /// From maxima and means [n, 2k] to scores; `last` is the last of these.
    public let layers: Sequential

    public init(_ channels: Int, kinds: Int, using random: inout SplitMix64) {
        let hidden = Linear(2 * channels, channels, using: &random)
        last = Linear(channels, kinds, using: &random)
        layers = Sequential(BatchNorm1d(2 * channels), hidden, ReLU(), BatchNorm1d(channels), last)
    }

    public func forward(_ maps: Tensor) -> Tensor { layers(Self.pooled(maps)) }

    /// maps [n, k, h, w] → maxima and means [n, 2k]
    static func pooled(_ maps: Tensor) -> Tensor { .cat([maps.max(axes: [2, 3]), maps.mean(axes: 2, 3)], axis: 1) }
}

// It gets the body of a net that has learned, which stays as it is, and learns from what this body finds in the
// training scenes: `bookNets` are such nets, one for each seed.

/// A body with fastai's head.
struct BookNet {
    let body: Sequential
    let head: ConcatHead
    let errorRate: Float

    /// Both in one.
    var net: Sequential { Sequential(body, head) }
}

extension WhereItLooks {
    var bookNets: [BookNet] {
        get throws {
            try run.once {
                let nets = try nets.map(\.net)
                let (train, valid) = (try trainSet, try validSet)
                let parts = stride(from: 0, to: train.count, by: 100).map { Array($0..<min($0 + 100, train.count)) }
                return try zip(nets, run.seeds(nets.count)).map { net, seed in
                    var random = SplitMix64(seed: seed)
                    let head = ConcatHead(64, kinds: Self.kinds.count, using: &random)
                    let features = pooledMaps(net, parts.lazy.map { train.batch($0).0 })
                    let checks = pooledMaps(net, valid.inputs.split(every: 100))
                    let learner = Learner(
                        DataLoaders(
                            DataLoader(
                                TensorDataset(features, train.labels), batchSize: min(64, train.count), dropsLast: true,
                                shuffledUsing: &random),
                            DataLoader(TensorDataset(checks, valid.targets), batchSize: 200)),
                        head.layers, loss: { crossEntropy($0, $1) }, optimizer: { Adam($0, learningRate: $1) },
                        metrics: [.errorRate])
                    try EpochReporting.silently { try learner.fitOneCycle(epochs, learningRate: 0.01) }
                    head.eval()
                    return BookNet(body: net.body, head: head, errorRate: learner.recorder.rows.last!.metrics[0])
                }
            }
        }
    }

    func theBooksHead() throws {
        // Who points at the one of two objects that was asked for? First our head with its map, then the book's head
        // with the book's einsum, and last the book's head with Grad-CAM at the same layer:
        let (x, objects) = try pairs
        let ours = try nets.map { try pointed($0.net) }
        let books = try bookNets
        let byEinsum = books.map { net in
            let activations = lastMaps(of: net, on: x)
            let weight = net.head.last.weight.value.detached()
            let both = (0..<2).map { turn in
                peaks(of: einsum("nk,nkij->nij", weight.rows(objects.map { $0[turn].label }), activations), side: 64)
            }
            return Pointed(zip(both[0], both[1]).map { [$0, $1] }, at: objects)
        }
        let byGradient = try books.map { try pointed($0.net, at: $0.body) }
        var table = TextTable(["head", "map", "error rate", "at the one asked for", "at the other"], decimals: 3)
        for (head, map, errorRates, some) in [
            ("mean and linear", "CAM", try nets.map(\.errorRate), ours),
            ("fastai's", "einsum", books.map(\.errorRate), byEinsum),
            ("fastai's", "Grad-CAM", books.map(\.errorRate), byGradient),
        ] {
            table.add(head, map, Spread(errorRates), Spread(some.map(\.asked)), Spread(some.map(\.other)))
        }
        show(
            table, "Two objects in a scene, on \(sceneName): three maps of the same bodies",
            predict: .change(
                "Behind fastai's head, the weights of the last layer do not belong to the maps. Compared with Grad-CAM "
                    + "at the same layer, how often does the einsum point at the object asked for?",
                from: Spread(byGradient.map(\.asked)).mean, to: Spread(byEinsum.map(\.asked)).mean))
        record("book-head/einsum", over: byEinsum.map(\.asked), on: scenes)
        record("book-head/einsum-at-the-other", over: byEinsum.map(\.other), on: scenes)
        record("book-head/grad-cam", over: byGradient.map(\.asked), on: scenes)

        // The head does its work: the error rate says so. What the einsum makes of its weights is a mixture of maps
        // with weights that belong to something else. Such a picture may still look convincing, because wherever there
        // is an object, many maps are large. The one thing that it cannot do is to tell whose map it is. Grad-CAM asks
        // the net itself what each map is worth, whatever the head looks like.
    }
}

// MARK: Helpers

/// What the body puts out, in parts, as the net is used: x [n, 3, h, w] → [n, k, h', w']
private func lastMaps(of net: BookNet, on x: Tensor) -> Tensor {
    net.body.eval()
    return noGrad { .cat(x.split(every: 100).map { net.body($0) }) }
}

/// Maxima and means of a net's last maps, for pictures in batches [n, 2k].
private func pooledMaps(_ net: MapNet, _ batches: some Sequence<Tensor>) -> Tensor {
    .cat(batches.map { ConcatHead.pooled(lastActivations(of: net, on: $0)) })
}
