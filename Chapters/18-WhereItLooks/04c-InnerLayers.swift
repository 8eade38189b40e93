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
public func gradCAMs(of net: MapNet, at layer: some Layer<Tensor, Tensor>, kinds: [Int], on x: Tensor) -> Tensor {
    var (activations, gradients): (Tensor?, Tensor?) = (nil, nil)
    net.eval()
    defer { net.zeroGrad() }
    let hooks = [layer.onForward { _, output in activations = output.detached() }, layer.onBackward { gradients = $0 }]
    hooks.during { net(x).gathered(axis: 1, IntTensor(kinds).unsqueezed(1)).sum().backward() }
    return (gradients!.mean(axes: 2, 3, keepingAxes: true) * activations!).sum(axis: 1)
}

extension WhereItLooks {
    func howWellInnerMapsPoint() throws {
        let (net, x) = (try net, try picture(try example))
        let alone = gradCAM(of: net, at: net.body[-2], kind: Self.cat, on: x)
        let amongOthers = gradCAMs(
            of: net, at: net.body[-2], kinds: [0, Self.cat], on: .cat([try picture(0), x]))[1]
        show(largestDifference(alone, amongOthers) < 1e-5, "a picture has the same map alone and in a batch")

        // The harder game of section 18.3, with two objects, for both layers. `pointedAt` plays it with Grad-CAM:
        let (pictures, objects) = try pairs
        func pointedAt(_ net: MapNet, _ layer: some Layer<Tensor, Tensor>) -> Pointed {
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
        let last = try nets.map { pointedAt($0.net, $0.net.body) }
        let inner = try nets.map { pointedAt($0.net, $0.net.body[-2]) }
        var table = TextTable(["layer", "at the one asked for", "at the other"], decimals: 3)
        table.add("last group", Spread(last.map(\.asked)), Spread(last.map(\.other)))
        table.add("one group earlier", Spread(inner.map(\.asked)), Spread(inner.map(\.other)))
        show(
            table, "Two objects in a scene: where Grad-CAM points",
            predict: .change(
                "The earlier map is finer. How often does it point at the object that was asked for, compared with the "
                    + "last one?", from: Spread(last.map(\.asked)).mean, to: Spread(inner.map(\.asked)).mean,
                margin: 0.01))
        // Look at both columns. A finer map may hit small boxes more often, both of the object that was asked for and
        // of the other one. It tells them apart better only if the distance between its two numbers is larger.
        record("two-objects/last-layer", over: last.map(\.asked), on: scenes)
        record("two-objects/inner-layer", over: inner.map(\.asked), on: scenes)
    }
}
