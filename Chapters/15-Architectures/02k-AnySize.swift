// # Any body, any size
//
// Section 15.2 · After this page you can draw a U-Net, and say what about it depends on the body and what on the
// picture.

import Figures
import Layers
import Notebook
import Tensors
import Vision

// The authors of the U-Net drew its body and its way up as one fixed plan for pictures of one size. The book's library
// makes the way up for whatever body there is, as on the last page: hence *dynamic* U-Net. Here is the book's figure
// 15-2, drawn from nets that were really built. `diagram` asks a hook in each part for the shape of what comes out.

extension Architectures {
    /// The way down and the way up of a net, for pictures of a size.
    func diagram(of net: DynamicUNet, _ size: Size2D, title: String) -> UNetDiagram {
        func stage(_ x: Tensor) -> UNetDiagram.Stage {
            UNetDiagram.Stage(maps: x.shape[1], height: x.shape[2], width: x.shape[3])
        }
        var (down, up) = ([UNetDiagram.Stage](), [UNetDiagram.Stage]())
        let hooks =
            net.crossings.reversed().map { place in
                net.body.layers[place].onForward { input, _ in down.append(stage(input)) }
            } + [net.body[-1].onForward { _, output in down.append(stage(output)) }]
            + net.levels.map { level in level.onForward { _, output in up.append(stage(output)) } }
        net.eval()
        hooks.during { noGrad { _ = net(.zeros(1, 3, size.height, size.width)) } }
        return UNetDiagram(title, down: down, up: up, outputs: net.last.weight.shape[0])
    }
}

extension Architectures {
    func drawnFromTheNet() throws {
        var random = run.random
        let net = DynamicUNet(
            try smallPretrained.body(), outputs: try maskBlock.outputs, least: leastMaps, using: &random)
        show(
            diagram(of: net, Size2D(64, 64), title: "A U-Net on a small body, for 64 × 64 pixels"),
            "The way down, the way up, and what goes across",
            predict: .count(
                "How many times does something go across, with a body that halves four times?", net.levels.count))
        // The same net, and a picture of another shape, whose sides are odd, and odd again when they have been halved:
        show(
            diagram(of: net, Size2D(50, 70), title: "The same net, for 50 × 70 pixels"),
            "The same net with a picture of another size",
            predict: .shape(
                "A picture of 50 × 70 pixels goes through the same net. What is the shape of its scores?",
                [1, net.last.weight.shape[0], 50, 70]))
    }

    func oddSides() throws {
        // How does that work? A layer with a stride of 2 makes 25 of 50, and 13 of 25: an odd side is rounded up.
        // Doubled, 13 is 26, one too many for the maps of 25 that come across. So what is beyond the right and the
        // lower edge is cut off: new pixels 2k and 2k + 1 belong to old pixel k, and of the last one only the first is
        // in the picture.
        var random = run.random
        let net = DynamicUNet(try smallPretrained.body(), outputs: 3, least: leastMaps, using: &random)
        net.eval()
        let sizes = [(16, 16), (17, 16), (31, 33), (50, 70), (64, 64), (1, 40)]
        let shapes = sizes.map { height, width in noGrad { net(.zeros(1, 3, height, width)) }.shape }
        var table = TextTable(["picture", "scores"])
        for (size, shape) in zip(sizes, shapes) { table.add("\(size.0) × \(size.1)", "\(shape)") }
        show(table, "Sizes in and out")
    }

    func everyArchitecture() {
        // What depends on the body, the number of levels and of maps, was settled when the net was built, by a dummy
        // picture. What depends on the picture settles itself in every call. So the same function makes a U-Net of
        // every body that the engine knows:
        var random = run.random
        var table = TextTable(["body", "comes across, from the picture down", "its last maps", "way up"])
        for architecture in run.size(quick: [.mobileNetV2], usual: [.mobileNetV2, .resNet18, .resNet34])
            as [Architecture]
        {
            let body = architecture.body(using: &random)
            let net = DynamicUNet(body, outputs: 12, using: &random)
            let across = net.levels.reversed().map { "\($0.norm.gamma.count)" }.joined(separator: ", ")
            table.add(
                architecture.name, across, "\(body.channels)",
                net.levels.map { "\($0.width)" }.joined(separator: ", "))
        }
        show(table, "Numbers of maps in U-Nets on several bodies")
        // Each level is as wide as what comes across to it, but has 16 maps at least. (The book's library makes its
        // levels about as wide as both inputs together, puts two convolutions more at the lowest point, and one
        // residual block at the end.)
    }
}
