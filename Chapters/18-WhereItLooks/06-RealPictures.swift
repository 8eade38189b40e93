// # Real pictures, and yours
//
// Section 18.6 · After this page you can look at what a net makes of real pictures, and count where you can.

import Common
import Figures
import Layers
import Notebook
import Tensors
import Training

// Now real pictures, if there are some on this machine: the birds and airplanes of CIFAR-10, or photos of pets, or else
// scenes of two other kinds. Nets of the same sort learn from them, one for each seed: `pictureNets`. Most pictures in
// the world come without boxes. Then nothing can be counted; you have to judge with your own eyes, and remember what
// section 18.3 said about that.

/// A net for real pictures, with the scaling that it was trained with.
struct PictureNet {
    let net: MapNet
    let scaling: ChannelScaling
    let errorRate: Float
}

extension WhereItLooks {
    /// A net for each seed.
    var pictureNets: [PictureNet] {
        get throws {
            try run.once {
                let set = try photographs.contents
                let (bytes, labels) = (set.train.bytes, IntTensor(set.train.labels))
                let some = Array(stride(from: 0, to: labels.count, by: max(1, labels.count / 400)))
                let scaling = ChannelScaling(of: pixels(of: bytes.rows(some)))
                let train = BytePictures(bytes: bytes, labels: labels, scaling: scaling)
                let valid = LabelledPictures(scaling(set.valid.pixels), IntTensor(set.valid.labels))
                return try run.overSeeds(run.size(quick: 2, usual: 3, full: 5)) { random in
                    let net = MapNet(kinds: 2, using: &random)
                    let rows = try Chapter18.train(net, on: train, checking: valid, epochs: epochs, using: &random)
                    return PictureNet(net: net, scaling: scaling, errorRate: rows.last!.metrics[0])
                }
            }
        }
    }
}

// Two maps of a picture can be alike or not. `agreement` is their correlation: 1 if one is the other but for scale and
// shift, 0 if they have nothing to do with each other, and -1 if one is the other with its sign changed.

/// The correlation of two maps of one shape, -1...1.
public func agreement(_ a: Tensor, _ b: Tensor) -> Float {
    let (a, b) = (a - a.mean(), b - b.mean())
    let sizes = (a.squared().sum() * b.squared().sum()).sqrt().item
    return sizes > 0 ? (a * b).sum().item / sizes : 0
}

extension WhereItLooks {
    func realPictures() throws {
        let set = try photographs.contents
        // #hide
        if !set.problems.isEmpty {
            show(
                set.problems.prefix(3).joined(separator: "\n") + (set.problems.count > 3 ? "\n…" : ""),
                "\(counted(set.problems.count, "photo")) could not be read, and passed over")
        }
        show(set.names, "what there is to tell apart, on \(photographs.name)")
        record("pictures/error-rate", over: try pictureNets.map(\.errorRate), on: photographs)
        record("pictures/error-rate-of-one-answer", 1 - shareOfMostFrequent(set.valid.labels), on: photographs)

        // Some of each kind that the first net gets right, and some that it gets wrong, as `chosen` finds them. Each
        // has the map of the answer beside it:
        let (pixels, trained) = (set.valid.pixels, try pictureNets[0])
        let x = trained.scaling(pixels)
        let answers = answersOf(trained.net, on: x)
        func chosen(_ kind: Int, right: Bool) -> [Int] {
            Array(answers.indices.filter { set.valid.labels[$0] == kind && (answers[$0] == kind) == right }.prefix(2))
        }
        let numbers = [true, false].flatMap { right in (0..<2).flatMap { chosen($0, right: right) } }
        let maps = mapsOfLabels(numbers.map { answers[$0] }, of: trained.net, on: x.rows(numbers))
        var (rasters, titles): ([Raster], [String]) = ([], [])
        for (place, number) in numbers.enumerated() {
            let ground = pixels[number]
            rasters += [enlarged(ground), overlay(maps[place], on: ground)]
            titles += [set.names[set.valid.labels[number]], "called \(set.names[answers[number]])"]
        }
        show(ImageGrid(rasters, titles: titles, columns: 4), "Where the net looks in pictures of \(photographs.name)")

        // The data set of pets comes with outlines of the animals. Where we have these, we can count (section 18.3):
        if let outlines = set.outlines { try pointAtPets(x, answers, outlines) }

        // With two kinds there are two maps. The gradients of their weights are opposite, so what speaks for the one is
        // learned as speaking against the other. Is one map the other with its sign changed, then?
        let both = try pictureNets.map { some in
            let x = some.scaling(pixels[0..<min(50, pixels.shape[0])])
            let pairs = zip(
                mapsOfLabels([Int](repeating: 0, count: x.shape[0]), of: some.net, on: x).split(every: 1),
                mapsOfLabels([Int](repeating: 1, count: x.shape[0]), of: some.net, on: x).split(every: 1))
            return pairs.reduce(Float(0)) { $0 + agreement($1.0, $1.1) } / Float(x.shape[0])
        }
        record("pictures/agreement-of-two-maps", over: both, on: photographs)

        // At -1 it would be, exactly. Opposite gradients say only how the two rows of the weight have moved. What they
        // began with is still in them; that is random, for each kind its own, and keeps the number away from -1.
    }
}

// MARK: Helpers

extension WhereItLooks {
    /// How often the maps of the answers point at the pet, beside those who know nothing.
    private func pointAtPets(_ x: Tensor, _ answers: [Int], _ outlines: ByteTensor) throws {
        let middle = [Pixel](repeating: Pixel(row: 32, column: 32), count: answers.count)
        func share(_ net: MapNet) -> Float {
            onObject(peaks(of: mapsOfLabels(answersOf(net, on: x), of: net, on: x), side: 64), outlines)
        }
        let trained = try pictureNets.map { share($0.net) }
        let untrained = run.overSeeds(trained.count) { share(MapNet(kinds: 2, using: &$0)) }
        var table = TextTable(["who points", "at the pet"], decimals: 3)
        table.add("the map of a trained net's answer", Spread(trained))
        table.add("the same of an untrained net", Spread(untrained))
        table.add("always the middle", onObject(middle, outlines))
        table.add("any pixel", Float(outlines.scalars.count { $0 > 0 }) / Float(outlines.count))
        show(table, "One pet in a photo, with its outline, on \(photographs.name)")
        record("pictures/points-at-pet", over: trained, on: photographs)
    }
}
