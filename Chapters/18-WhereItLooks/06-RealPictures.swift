// # Real pictures, and yours
//
// Section 18.6 · After this page you can look at what a net sees in a picture of your own.

import Figures
import Foundation
import Layers
import Notebook
import Tensors
import Training

// Now real pictures, if there are some on this machine: photos of pets as PNG (`oxford-iiit-pet-png`), or the birds and
// airplanes of CIFAR-10, or else scenes. Nets of the same kind learn from them, one for each seed: `pictureNets`.
// Nobody has drawn boxes for these pictures, so nothing can be counted here; you have to judge with your own eyes, and
// remember what section 18.3 said about that.

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
                    return PictureNet(net: net, scaling: scaling, errorRate: rows.last?[2] ?? .nan)
                }
            }
        }
    }

    func realPictures() throws {
        let set = try photographs.contents
        let ones = set.valid.labels.count { $0 == 1 }
        let majority = Float(min(ones, set.valid.labels.count - ones)) / Float(set.valid.labels.count)
        show(set.names, "what there is to tell apart, on \(photographs.name)")
        record(
            "pictures/error-rate", over: try pictureNets.map(\.errorRate), book: 0.006766,
            differs: "a small net from scratch, pictures of 64 pixels", on: photographs)
        record("pictures/error-rate-of-one-answer", majority, on: photographs)

        // Some of each kind that the first net gets right, and some that it gets wrong, as `chosen` finds them, each
        // with the map of the answer:
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
            rasters += [
                enlarged(ground), overlay(maps[place], on: ground),
            ]
            titles += [set.names[set.valid.labels[number]], "called \(set.names[answers[number]])"]
        }
        show(ImageGrid(rasters, titles: titles, columns: 4), "Where the net looks in pictures of \(photographs.name)")

        // With two kinds, one map is nearly the other with its sign changed (section 18.2). What is dark on the map of
        // "bird" speaks for the other kind.
    }
}

// A picture of yours may have any size. `prepared` makes it what the net wants: the largest square in its middle, 64 ×
// 64 pixels, with three channels. (A grey picture has the same number in all three; what is transparent was laid on
// white when the file was read.) A large square is averaged, a small one interpolated:

/// A picture of any size as [3, side, side], 0...1.
public func prepared(_ picture: Raster, side: Int) -> Tensor {
    let (h, w) = (picture.height, picture.width)
    let square = min(h, w)
    let (top, left) = ((h - square) / 2, (w - square) / 2)
    let bytes = ByteTensor(shape: [h, w, picture.channels], picture.pixels)[top..<top + square, left..<left + square]
    let middle = (Tensor(bytes) / 255).permuted(2, 0, 1).expanded(to: [3, square, square])
    if square <= side { return middle.interpolated(to: Size2D(side, side), mode: .bilinear) }
    return middle.unsqueezed(0).adaptiveAveragePooled(Size2D(side, side))[0]
}

extension WhereItLooks {
    func aPictureOfYours() throws {
        // `swift run ch18 --image FILE` shows it for a PNG of yours. Otherwise it is the last picture to check
        // with:
        let (set, trained) = (try photographs.contents, try pictureNets[0])
        let picture = ownPicture.map { prepared($0, side: PictureSet.side) }
        let ground = picture ?? set.valid.pixels[set.valid.labels.count - 1]
        let x = trained.scaling(ground.unsqueezed(0))
        let probabilities = noGrad { trained.net(x) }.softmax()[0]
        let maps = activationMaps(
            trained.net.head.weight.value.detached(), lastActivations(of: trained.net, on: x)[0])
        show(
            ImageGrid(
                [
                    enlarged(ground), overlay(maps[0], on: ground),
                    overlay(maps[1], on: ground),
                ],
                titles: [Self.ownPictureFile?.lastPathComponent ?? "a picture"]
                    + zip(set.names, probabilities.scalars).map { "\($0) \(Int(($1 * 100).rounded())) %" }),
            "What speaks for either kind")

        // The net knows two kinds, and whatever you show it will be one of them, your bicycle too. The map still tells
        // what it held on to.
    }
}
