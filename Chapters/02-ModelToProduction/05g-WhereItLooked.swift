// # Where it looked
//
// Section 2.5 · After this page you can show the user of a model which places of a photo spoke for its answer.

import Common
import Figures
import Foundation
import Layers
import Notebook
import Tensors
import Vision

// A probability asks to be believed. It is better to show what it rests on. A bear that is recognized by the forest
// behind it is recognized by luck. So ask the net. The body gives maps of features, the head makes scores of them. How
// much would the score of the winning class change with each number of each map? That is the gradient. Multiply the
// numbers by it, and add the maps up; what speaks against the class is cut off:

/// What a net says of pictures, and where it looked.
/// x [n, 3, h, w] → probabilities [n, classes], places [n, h', w']
public func answersWithPlaces(_ net: TransferNet, _ x: Tensor) -> (probabilities: Tensor, places: Tensor) {
    net.eval()
    let features = noGrad { net.body(x) }.requiringGrad()
    let scores = net.head(features)
    // The highest score of each picture. No picture has a part in another's score, so one sum serves for all.
    scores.max(axis: 1).values.sum().backward()
    let places = (features.grad! * features.detached()).sum(axis: 1).relu()
    net.zeroGrad()
    return (scores.detached().softmax(axis: 1), places)
}

// Section 18.4 tells of Grad-CAM, which takes the mean of the gradient over each map first. For a head that knows
// nothing of the maps but their means, both are the same. Ours knows their maxima, too, and so some places count for
// more than others; a mean would lose that. (Draelos and Carin propose the product without a mean, HiResCAM, 2020.)
//
// In the picture that people get, the map is stretched over the photo and laid on it in colours, from dark for nothing
// to bright yellow for most. The photo itself becomes grey, so that all colours are the map's:

/// A photo with a map [h, w] laid on it.
public func withPlaces(_ picture: Raster, _ map: Tensor) -> Raster {
    let most = max(map.max().item, 1e-12)
    let size = Size2D(picture.height, picture.width)
    let stretched = (map / most).unsqueezed(0).interpolated(to: size, mode: .bilinear)[0]
    let colours = Photo(Raster(stretched, colours: .magma))
    let grey = Tensor(Photo(picture).bytes).mean(axis: 2, keepingAxes: true)
    return Raster((grey + Tensor(colours.bytes)) / 510)
}

extension ModelToProduction {
    func placesOfSomePhotos() throws {
        let (net, photos) = (try appNet, try photosOfEachKind)
        let x = try net.model.pipeline.batch(photos.map(\.photo))
        let (probabilities, places) = answersWithPlaces(net.model.net, x)
        var (pictures, titles): ([Raster], [String]) = ([], [])
        for (place, photo) in photos.enumerated() {
            let shown = try net.shown(try photo.photo.opened(), side: 220)
            let best = probabilities[place].argmax(axis: 0).item
            pictures += [shown, withPlaces(shown, places[place])]
            titles += [
                "folder: \(photos[place].kind)",
                predictionLine(net.classes[best], probabilities[place, best].item),
            ]
        }
        show(
            ImageGrid(pictures, titles: titles, columns: 2, cellSize: 220),
            "What the net saw, and where it looked, on \(dataOfApp)")

        // (A label may be wrong, of course; section 2.4 finds such photos.) Look at a few of your own in the
        // application. Does the light lie on the animal? On its face, or on the snow around it? The map is coarse, for
        // the last maps of the body have few places:
        show([places.shape[1], places.shape[2]], "rows and columns of the map")
    }

    func whatCoveringCosts() throws {
        // Is the map to be believed? That can be tried out. Cover the brightest place of the map with grey, and look by
        // how much the score of the winning class falls, compared with the others' mean. Then cover the darkest place
        // instead. If the map tells the truth, the brightest costs more:
        let falls = try fallsWhenCovered
        let share = Double(falls.count { $0.brightest > $0.darkest }) / Double(falls.count)
        var table = TextTable(["what is covered", "how far the score falls"], decimals: 2)
        table.add("the brightest place of the map", Spread(falls.map(\.brightest)))
        table.add("the darkest place of the map", Spread(falls.map(\.darkest)))
        show(table, "\(falls.count) photos that were not learned from, \(dataOfApp): mean and deviation over photos")
        record("places/brightest-costs-more", share)
        record("places/chance", 0.5)
        show(
            significant(share, 3), "the share of photos where the brightest place costs more",
            ask: "For which share of the photos does covering the brightest place cost more than covering the darkest?")

        // So a map is a hint and no proof. What is covered is new to the net, too: it has never seen a bear with a
        // grey square. And the last maps of a body see far beyond their own place.
    }

    func sameProbabilitiesWithMap() throws {
        // The map costs one more way through the head, backwards. It costs nothing of the answer:
        let net = try appNet
        let x = try net.model.pipeline.batch(try photosOfEachKind.map(\.photo))
        let (with, _) = answersWithPlaces(net.model.net, x)
        let without = noGrad { net.model.net(x) }.softmax(axis: 1)
        show(
            with.scalars == without.scalars, "the same bits with and without the map",
            predict: .yesNo(
                "Are the probabilities the same to the last bit, with the map and without?",
                with.scalars == without.scalars))
    }
}

// MARK: Helpers

extension ModelToProduction {
    /// By how much the score of the winning class falls, compared with the mean of the others, when the brightest place
    /// of a photo's map is covered, and when the darkest is; for photos that were not learned from.
    private var fallsWhenCovered: [(brightest: Double, darkest: Double)] {
        get throws {
            let (net, photos) = (try appNet, try trained.data.datasets.valid.photos)
            return try photos.prefix(run.size(quick: 4, usual: 32, full: 150)).map { photo in
                let picture = try net.picture(of: photo.opened())
                let (probabilities, places) = answersWithPlaces(net.model.net, picture.unsqueezed(0))
                let (map, columns) = (places[0].scalars, places.shape[2])
                let (dark, bright) = (map.indices.min { map[$0] < map[$1] }!, map.indices.max { map[$0] < map[$1] }!)
                let side = Size2D(picture.shape[1] / places.shape[1], picture.shape[2] / columns)
                func covered(_ place: Int) -> Tensor {
                    var picture = picture
                    let (top, left) = (place / columns * side.height, place % columns * side.width)
                    // The mean of ImageNet's photos, which is grey, is 0 here.
                    picture[0..., top..<(top + side.height), left..<(left + side.width)] =
                        .zeros(3, side.height, side.width)
                    return picture
                }
                let best = probabilities[0].argmax(axis: 0).item
                let scores = noGrad { net.model.net(.stack([picture, covered(bright), covered(dark)])) }
                func lead(_ row: Int) -> Double {
                    let all = scores[row].scalars
                    return Double(all[best]) - Spread(all.indices.filter { $0 != best }.map { all[$0] }).mean
                }
                return (lead(0) - lead(1), lead(0) - lead(2))
            }
        }
    }
}
