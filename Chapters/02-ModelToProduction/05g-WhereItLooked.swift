// # Where it looked
//
// Section 2.5 · After this page you can show the user of a model which places of a photo spoke for its answer.

import Figures
import Foundation
import Layers
import Notebook
import Tensors
import Vision

// A probability asks to be believed. It is better to show what it rests on. A bear that is recognized by the forest
// behind it is recognized by luck. Section 18.4 explains the method, Grad-CAM; here are its three lines. The body gives
// maps of features, the head makes scores of them. How much would the score of the winning class change with each map?
// That is what the map is worth. Weigh the maps with it, and add them up; what speaks against the class is cut off:

/// What a net says of pictures, and where it looked.
/// x [n, 3, h, w] → probabilities [n, classes], places [n, h', w']
public func answersWithPlaces(_ net: TransferNet, _ x: Tensor) -> (probabilities: Tensor, places: Tensor) {
    net.eval()
    let features = noGrad { net.body(x) }.requiringGrad()
    let scores = net.head(features)
    // The highest score of each picture. No picture has a part in another's score, so one sum serves for all.
    scores.max(axis: 1).values.sum().backward()
    let worth = features.grad!.mean(axes: 2, 3, keepingAxes: true)
    let places = (worth * features.detached()).sum(axis: 1).relu()
    net.zeroGrad()
    return (scores.detached().softmax(axis: 1), places)
}

// In the picture that people get, the map is stretched over the photo and laid on it in colours, from dark for nothing
// to bright yellow for most:

/// A photo with a map [h, w] laid on it.
public func withPlaces(_ picture: Raster, _ map: Tensor) -> Raster {
    let most = max(map.max().item, 1e-12)
    let size = Size2D(picture.height, picture.width)
    let stretched = (map / most).unsqueezed(0).interpolated(to: size, mode: .bilinear)[0]
    let colours = Photo(Raster(stretched, colours: .magma))
    return Raster((Tensor(Photo(picture).bytes) + Tensor(colours.bytes)) / 510)
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
        // application. Does the light lie on the animal? On its face, or on the snow around it? A map is no proof,
        // though. It is coarse, for the last maps of the body have few places:
        show([places.shape[1], places.shape[2]], "rows and columns of the map")
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
