// # A picture of yours
//
// Section 18.6 · After this page you can look at what a net sees in a picture of your own.

import Common
import Figures
import Layers
import Notebook
import Tensors

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
        // `swift run ch18 --image FILE` shows it for a picture of yours. Otherwise it is the last validation picture:
        let (set, trained) = (try photographs.contents, try pictureNets[0])
        let picture = ownPicture.map { prepared($0, side: PictureSet.side) }
        let ground = picture ?? set.valid.pixels[set.valid.labels.count - 1]
        let x = trained.scaling(ground.unsqueezed(0))
        let probabilities = noGrad { trained.net(x) }.softmax()[0]
        let maps = activationMaps(
            trained.net.head.weight.value.detached(), lastActivations(of: trained.net, on: x)[0])
        show(
            ImageGrid(
                [enlarged(ground), overlay(maps[0], on: ground), overlay(maps[1], on: ground)],
                titles: [Self.ownPictureFile?.lastPathComponent ?? "a picture"]
                    + zip(set.names, probabilities.scalars).map { "\($0) \(percent($1))" }),
            "What speaks for either kind, to a net that has learned from \(photographs.name)")

        // The net knows two kinds, and whatever you show it will be one of them, your bicycle too. The map still tells
        // what it held on to.
    }
}
