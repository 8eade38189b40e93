// # What is left
//
// Section 15.1 · After this page you know what comes out of a body, for photos of any size, and what happens if a net
// is cut at the wrong place.

import Common
import Figures
import Layers
import Notebook
import Tensors
import Vision

// The body of a ResNet halves the sides of a photo five times. (The small net that stands in where there are no trained
// weights does it four times.) What comes out are maps: for each of some hundred features, how strong
// it is in each cell of a coarse grid. `sidesOfMaps` sends a black photo through a body, layer after layer:

/// Channels and side of the maps behind each layer of a body, for a square photo.
public func sidesOfMaps(_ body: Sequential, side: Int) -> [(channels: Int, side: Int)] {
    body.eval()
    var x = Tensor.zeros(1, 3, side, side)
    return noGrad {
        body.layers.map { layer in
            x = layer(x)
            return (x.shape[1], x.shape[3])
        }
    }
}

extension Architectures {
    func gridOfABody() throws {
        let body = try petBody.body()
        let maps = sidesOfMaps(body.layers, side: 224)
        let sides = maps.map(\.side)
        // A row for each size, where it is reached last.
        var table = TextTable(["last layer of this size", "channels", "grid", "numbers in all"])
        table.add("the photo", 3, "224 × 224", 3 * 224 * 224)
        for place in sides.indices where place + 1 == sides.count || sides[place + 1] != sides[place] {
            let (channels, side) = maps[place]
            table.add("\(place)", channels, "\(side) × \(side)", channels * side * side)
        }
        show(table, "A photo of 224 × 224 on its way through \(try petBody.title)")
        var random = run.random
        let resNet = Architecture.resNet18.body(using: &random)
        let grid = sidesOfMaps(resNet.layers, side: 224).last!
        record(
            "body/resnet-grid-side", grid.side, book: 7,
            ask: "A ResNet halves the sides of a photo five times. How many rows of cells are left of 224?")
        record("body/resnet-18-channels", grid.channels, book: 512, differs: "ResNet-18; the book's is ResNet-34")

        // Nothing in a body depends on the size of a photo. A convolution goes over whatever it gets:
        var sizes = TextTable(["photo", "grid of ResNet-18", "grid of this run's body"])
        for side in [64, 96, 160] {
            let (a, b) = (
                sidesOfMaps(resNet.layers, side: side).last!.side, sidesOfMaps(body.layers, side: side).last!.side
            )
            sizes.add("\(side) × \(side)", "\(a) × \(a)", "\(b) × \(b)")
        }
        show(sizes, "The same bodies, photos of other sizes")

        // It is the head that wants to know how many numbers come. That is why it begins with a pooling that makes one
        // cell of any grid.
    }

    func cutTooLate() throws {
        // What if the number in the table is wrong? Cut a ResNet at -1, so that its pooling stays:
        var random = run.random
        let ten = tenLayers(of: ResNet(.resNet18, using: &random))
        let late = Sequential(Array(ten.layers.dropLast()))
        late.eval()
        let photos = Tensor.randn(2, 3, 64, 64, using: &random)
        show(
            noGrad { late(photos) }.shape, "what comes out of a body that was cut at -1",
            predict: .shape(
                "Two photos go through a ResNet-18 without its last layer, pooling and flattening included. Which shape comes out?",
                noGrad { late(photos) }.shape))

        // The next layer that wants maps stops here, and that is good luck. In nets whose pooling is a layer of its
        // own, with flattening apart, the mistake is silent:
        let silent = Sequential(Array(late.layers.dropLast()) + [AdaptiveAveragePool2d(1)])
        silent.eval()
        let pooled = noGrad { ConcatPool2d()(silent(photos)) }.flattened(from: 1)
        let half = pooled.shape[1] / 2
        show(pooled.shape, "maxima and means of maps that were pooled already")
        show(
            pooled[0..., ..<half].scalars == pooled[0..., half...].scalars, "are the two halves the same?",
            predict: .yesNo(
                "Maps of one cell each are pooled again, by the maximum and by the mean. Are both the same?",
                pooled[0..., ..<half].scalars == pooled[0..., half...].scalars))

        // Everything fits, everything learns, and half of what the head sees says nothing new. Cut too early, and the
        // layers that know most are lost. So look at the shapes before you train: maps [n, channels, rows, columns]
        // have to come out, with more than one row. The engine's `Body` looks itself, and refuses what is not maps.
    }

    func bodyAgainstHead() throws {
        // How much of the net was bought with somebody else's work, and how much has to be learned here?
        let body = try petBody.body()
        var random = run.random
        let classes = try pets.breeds.count
        // #hide
        if try !pets.problems.isEmpty {
            show(
                "\(try pets.problems.count), first: \(try pets.problems[0])",
                "photos passed over, because they could not be read")
        }
        let head = HeadPlan().layers(body.channels, outputs: classes, using: &random)
        let linear = HeadPlan(hidden: [], dropout: 0, poolsMaximum: false).layers(
            body.channels, outputs: classes, using: &random)
        var table = TextTable(["part", "numbers that can be learned"])
        table.add("body: \(try petBody.title)", body.layers.parameterCount)
        table.add("the book's head, for \(counted(classes, "breed"))", head.parameterCount)
        table.add("a head of one linear layer", linear.parameterCount)
        show(table, "Parameters of body and heads")
    }
}
