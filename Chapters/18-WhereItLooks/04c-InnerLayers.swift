// # Maps of inner layers
//
// Section 18.4 · After this page you can look at any layer of a net, and know what to make of it.

import Figures
import Layers
import Notebook
import Tensors

// What is new about Grad-CAM is that nothing in it speaks of the last layer. The group before it has 32 channels of 16
// × 16 places; the book looks at the same one, `model[0][-2]`, where its ResNet has 256 channels of 14 × 14. The map
// has four times as many places, so it is finer.

extension WhereItLooks {
    func oneGroupEarlier() throws {
        let (net, x) = (try net, try picture(try example))
        let last = gradCAM(of: net, at: net.body, kind: Self.cat, on: x)
        let inner = gradCAM(of: net, at: net.body[-2], kind: Self.cat, on: x)
        let stem = gradCAM(of: net, at: net.body[0], kind: Self.cat, on: x)
        show(
            inner.shape, "the map one group earlier",
            ask: "Each group halves height and width; the last map is 8 × 8. What shape has the map one group earlier?")
        record("inner-map/side", inner.shape[0], book: 14, differs: "a small net and picture", on: scenes)
        let ground = try scaling.decode(x[0])
        show(
            ImageGrid(
                [last, inner, stem, inner.relu()].map { overlay($0, on: ground) },
                titles: ["8 × 8", "16 × 16", "32 × 32", "with ReLU"]),
            "Grad-CAM of the last layer and of two before it, and that of 16 × 16 with a ReLU")

        // The paper puts a ReLU behind the map, so that it shows only what speaks *for* the class. The book leaves it
        // out, and so do we; the last picture shows what it would do. Everything below 0 becomes the darkest colour.

        // Finer is not truer. An early layer knows edges and colours, and what these are worth to the score differs
        // from place to place, while Grad-CAM takes one number for a channel, the mean of all places. So we measure.
    }
}

// `gradCAMs` makes the maps of many pictures with one backward pass: as the net is used, with `eval()`, pictures do not
// influence each other, so in the gradient of the sum of their scores each picture finds its own.

/// The Grad-CAM of `kinds[n]` for each picture: x [n, 3, h, w] → maps [n, h', w']
public func gradCAMs(
    of net: any Layer<Tensor, Tensor>, at layer: any Layer<Tensor, Tensor>, kinds: [Int], on x: Tensor
) -> Tensor {
    var (activations, gradients): (Tensor?, Tensor?) = (nil, nil)
    net.eval()
    defer { net.zeroGrad() }
    let hooks = [layer.onForward { _, output in activations = output.detached() }, layer.onBackward { gradients = $0 }]
    hooks.during { net(x).gathered(axis: 1, IntTensor(kinds).unsqueezed(1)).sum().backward() }
    return (gradients!.mean(axes: 2, 3, keepingAxes: true) * activations!).sum(axis: 1)
}

// `pointed` now plays the harder game of section 18.3, with two objects, at any layer:

extension WhereItLooks {
    /// Where Grad-CAM points in the scenes with two objects, each object asked for in turn.
    func pointed(_ net: any Layer<Tensor, Tensor>, at layer: any Layer<Tensor, Tensor>) throws -> Pointed {
        let (pictures, objects) = try pairs
        let both = (0..<2).map { turn in
            // In parts: a backward pass keeps what came out of every layer.
            stride(from: 0, to: objects.count, by: 50).flatMap { start in
                let part = start..<min(start + 50, objects.count)
                let kinds = objects[part].map { $0[turn].label }
                return peaks(of: gradCAMs(of: net, at: layer, kinds: kinds, on: pictures[part]), side: 64)
            }
        }
        return Pointed(zip(both[0], both[1]).map { [$0, $1] }, at: objects)
    }

    func howWellInnerMapsPoint() throws {
        let (net, x) = (try net, try picture(try example))
        let alone = gradCAM(of: net, at: net.body[-2], kind: Self.cat, on: x)
        let amongOthers = gradCAMs(
            of: net, at: net.body[-2], kinds: [0, Self.cat], on: .cat([try picture(0), x]))[1]
        show(largestDifference(alone, amongOthers) < 1e-5, "a picture has the same map alone and in a batch")

        // Which of the two layers tells more of the object that is asked for? `lead` is by how much its hits are more
        // than those of the other object:
        let last = try nets.map { try pointed($0.net, at: $0.net.body) }
        let inner = try nets.map { try pointed($0.net, at: $0.net.body[-2]) }
        func lead(_ some: [Pointed]) -> Spread { Spread(some.map { $0.asked - $0.other }) }
        var table = TextTable(["layer", "at the one asked for", "at the other", "lead"], decimals: 3)
        for (name, some) in [("last group", last), ("one group earlier", inner)] {
            table.add(name, Spread(some.map(\.asked)), Spread(some.map(\.other)), lead(some))
        }
        show(
            table, "Two objects in a scene, on \(sceneName): where Grad-CAM points",
            predict: .change(
                "The earlier map is finer. Compared with the last one, how far do its hits of the object asked for "
                    + "lead those of the other one?", from: lead(last).mean, to: lead(inner).mean, margin: 0.01))
        record("two-objects/last-layer", over: last.map(\.asked), on: scenes)
        record("two-objects/inner-layer", over: inner.map(\.asked), on: scenes)

        // A finer map may hit small boxes more often, but those of either object. How well it tells them apart is its
        // lead.
        // #hide
        show(
            lead(inner).mean < lead(last).mean
                ? "Here the finer map tells the objects apart less well than the last one."
                : "Here the finer map tells the objects apart as well as the last one, or better.")
    }
}
