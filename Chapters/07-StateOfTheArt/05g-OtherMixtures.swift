// # Other mixtures
//
// Section 7.5 · After this page you know two newer ways to mix, and why Mixup is of use for more than pictures.

import Figures
import Notebook
import Tensors
import Vision

// A sentence has no pixels, and the mean of two words is no word. Still, texts can be mixed: not before the net, but in
// it. After its first layers, a text is a list of numbers like everything else. *Manifold Mixup* (V. Verma and others,
// 2019) does that also for pictures. In each batch, one of the layers is chosen at random. The batch goes through the
// layers before, is mixed there with itself, and goes on. (To read the paper about Mixup and one or two newer ones is
// the second item of the book's further research. These are two.)

extension StateOfTheArt {
    func mixedAfterALayer() throws {
        // Two photos, mixed after one of the layers of a net that has learned. The hook changes what comes out of the
        // layer. With photo A in row 0 and photo B in row 1, row 0 becomes half of each (`answer`):
        let net = try nets(.plain, lengths.last!)[0].learner.net
        let (first, second) = try pairToMix
        let batch = try nets(.plain, lengths.last!)[0].learner.data.pipeline.batch([first.photo, second.photo])
        net.eval()
        func answer(mixedAfter place: Int?) -> Tensor {
            guard let place else {
                let mixed = 0.5 * batch[0...0] + 0.5 * batch[1...1]
                return noGrad { net(mixed).softmax(axis: 1)[0] }
            }
            let x = noGrad { net.body.layers[..<place].reduce(batch) { $1($0) } }
            let mixed = 0.5 * x[0...0] + 0.5 * x[1...1]
            return noGrad { net.head(net.body.layers[place...].reduce(mixed) { $1($0) }).softmax(axis: 1)[0] }
        }
        let names = try parts.target.vocabulary
        let (a, b) = (names[first.label]!, names[second.label]!)
        var table = TextTable(["mixed", first.label, second.label, "other classes"], decimals: 2)
        let last = net.body.layers.count
        for (name, place) in [("as pixels", nil), ("in the middle", last / 2), ("before the head", last)]
            as [(String, Int?)]
        {
            let p = answer(mixedAfter: place)
            table.add(name, p[a].item, p[b].item, 1 - p[a].item - p[b].item)
        }
        show(table, "What a net that has never seen a mixture says to half and half")

        // Nothing tells this net what to make of mixtures. Training with Manifold Mixup does: an answer should change
        // evenly on the way from one photo to another, and that at every layer. Exercise 7.10 builds its step.
    }

    func pasted() throws {
        // *CutMix* (S. Yun and others, 2019) pastes a piece of the second photo into the first. The share is the area,
        // so a quarter of the photo makes a quarter of the target. Each piece looks like a real photo, and the net has
        // to find what is where (`cut` pastes):
        let (first, second) = try pairToMix
        let side = 2 * presize
        let pixels = try PhotoPipeline(item: Resize(Size2D(side))).batch([first.photo, second.photo])
        func cut(_ y: Range<Int>, _ x: Range<Int>) -> Raster {
            var mixed = pixels[0]
            mixed[0..., y, x] = pixels[1][0..., y, x]
            return Photo(brightnesses: mixed).raster
        }
        let half = side / 2
        show(
            ImageGrid(
                [
                    cut(0..<half, 0..<half), cut(half / 2..<half / 2 + half, half / 2..<half / 2 + half),
                    cut(half..<side, 0..<side),
                ],
                titles: ["0.25 \(second.label)", "0.25 \(second.label)", "0.5 \(second.label)"], columns: 3,
                cellSize: 240),
            "Pieces of “\(second.label)” in “\(first.label)”")
        show(
            1 - Double(half * half) / Double(side * side), "the share of the first photo",
            predict: .share(
                "A square of half the width and half the height is pasted into a photo. What is left of the photo's target?",
                0.75))

        // What if the piece hides just the part that tells? Then the target is wrong, as with any crop. And what if it
        // sticks out of the photo? Then less is pasted, and the share must say so. Exercise 7.11 takes care of that.
    }
}
