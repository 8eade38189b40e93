// The exact statements about maps, and the book's small examples: sections 18.2 and 18.4.

import Layers
import Tensors
import TestSupport
import Testing

@testable import Chapter18

/// A small net of the chapter's kind, whose batch norm has seen something.
private func smallNet(_ seed: UInt64) -> (net: MapNet, x: Tensor) {
    var random = SplitMix64(seed: seed)
    let net = MapNet(kinds: 3, using: &random)
    for _ in 0..<2 { _ = noGrad { net(Tensor.randn(4, 3, 32, 32, using: &random)) } }
    net.eval()
    return (net, Tensor.randn(1, 3, 32, 32, using: &random))
}

@Suite struct `18.2 Class activation maps` {
    @Test(arguments: [1, 2, 3] as [UInt64])
    func `the mean of a map plus the bias is the score`(_ seed: UInt64) {
        let (net, x) = smallNet(seed)
        let maps = activationMaps(net.head.weight.value.detached(), lastActivations(of: net, on: x)[0])
        expectClose(
            maps.mean(axes: 1, 2) + net.head.bias!.value.detached(), noGrad { net(x) }[0], absolute: 1e-5,
            relative: 1e-4)
    }

    @Test func `the shapes of the book: (2, 512) and (512, 7, 7) give (2, 7, 7)`() {
        #expect(activationMaps(.ones(2, 512), .ones(512, 7, 7)).shape == [2, 7, 7])
        #expect(activationMaps(.ones(2, 512), .ones(512, 7, 7))[1, 3, 3].item == 512)
    }

    @Test func `each map of the net for two blobs is brightest on its blob`() {
        let net = blobNet()
        let activations = lastActivations(of: net, on: twoBlobPicture())
        let maps = activationMaps(net.head.weight.value.detached(), activations[0])
        var expected = Tensor.zeros(2, 4, 4)
        expected[0, 1, 0] = Tensor(1)
        expected[1, 2, 3] = Tensor(1)
        #expect(maps.scalars == expected.scalars)
        #expect(peaks(of: maps, side: 8) == [Pixel(row: 3, column: 1), Pixel(row: 5, column: 7)])
        #expect(noGrad { net(twoBlobPicture()) }.scalars == [0.0625, 0.0625])
    }

    @Test func `the same numbers added to all rows change the maps, not their contrast`() {
        let weight = Tensor([[1, 2], [3, -1], [0, 5]])
        let activations = Tensor([[[1, 0]], [[2, -1]]])
        let shifted = weight + Tensor([[10, -4]])
        let (maps, others) = (activationMaps(weight, activations), activationMaps(shifted, activations))
        #expect(maps.scalars != others.scalars)
        expectClose(contrast(maps), contrast(others), absolute: 1e-5)
        expectClose(contrast(maps).sum(axis: 0), .zeros(1, 2), absolute: 1e-5)
    }

    // torch.nn.functional.interpolate, mode "bilinear", align_corners False.
    @Test func `a map is stretched as PyTorch does`() {
        expectClose(
            stretched(Tensor([[0, 1], [2, 4]]), side: 4),
            Tensor([
                [0, 0.0625, 0.1875, 0.25], [0.125, 0.203125, 0.359375, 0.4375], [0.375, 0.484375, 0.703125, 0.8125],
                [0.5, 0.625, 0.875, 1],
            ]))
        #expect(stretched(.full(3, [2, 2]), side: 4).scalars.allSatisfy { $0 == 0 })
    }

    @Test func `an overlay is 40 % picture and 60 % colour`() {
        let raster = overlay(Tensor([[0, 1]]), on: .ones(3, 1, 2), side: 2)
        // The map's lowest number is magma's (0, 0, 4), its highest (252, 253, 191), at 2 pixels unmixed.
        #expect(raster.width == 2 && raster.height == 2)
        #expect(abs(Int(raster[0, 0].red) - 102) <= 1 && abs(Int(raster[0, 0].blue) - 104) <= 1)
        #expect(abs(Int(raster[1, 0].red) - 253) <= 1 && abs(Int(raster[1, 0].blue) - 217) <= 1)
    }

    @Test func `cats have a capital letter`() {
        #expect(isCat("Abyssinian_1.jpg") && !isCat("beagle_32.jpg") && !isCat(""))
    }
}

@Suite struct `18.4 Grad-CAM` {
    @Test(arguments: [1, 2, 3] as [UInt64])
    func `at the last layer it is CAM, divided by the number of places`(_ seed: UInt64) {
        let (net, x) = smallNet(seed)
        let maps = activationMaps(net.head.weight.value.detached(), lastActivations(of: net, on: x)[0])
        for kind in 0..<3 {
            let gradient = gradCAM(of: net, at: net.body, kind: kind, on: x)
            #expect(gradient.shape == [4, 4])
            expectClose(16 * gradient, maps[kind], absolute: 1e-5, relative: 1e-4)
        }
        #expect(net.parameters.allSatisfy { $0.grad == nil })
    }

    @Test func `at an inner layer it is what a leaf in that place gives`() {
        let (net, x) = smallNet(4)
        let inner = noGrad { net.body[-2](net.body[0](x)) }.requiringGrad()
        net.head(net.body[-1](inner).mean(axes: 2, 3))[0, 2].backward()
        net.zeroGrad()
        let worth = inner.grad![0].mean(axes: 1, 2).reshaped(-1, 1, 1)
        let expected = (worth * inner.detached()[0]).sum(axis: 0)
        expectClose(gradCAM(of: net, at: net.body[-2], kind: 2, on: x), expected, absolute: 1e-6, relative: 1e-4)
    }

    /// The book's coincidence: the einsum can be computed behind fastai's head, and its mean is not the score.
    @Test func `behind fastai's head the einsum is not the score, and Grad-CAM is what the gradients say`() {
        var random = SplitMix64(seed: 184)
        let body = Conv2d(1, 6, kernel: 3, padding: 1, using: &random)
        let head = ConcatHead(6, kinds: 2, using: &random)
        let net = Sequential(body, head)
        _ = net(Tensor.randn(8, 1, 4, 4, using: &random))
        net.eval()
        let x = Tensor.randn(1, 1, 4, 4, using: &random)
        let maps = noGrad { body(x) }
        let pooled = ConcatHead.pooled(maps)
        expectClose(pooled[0, ..<6], maps[0].max(axes: [1, 2]))
        expectClose(pooled[0, 6...], maps[0].mean(axes: 1, 2))
        let einsum = activationMaps(head.last.weight.value.detached(), maps[0]).mean(axes: 1, 2)
        #expect((einsum + head.last.bias!.value.detached() - noGrad { net(x) }[0]).abs().max().item > 0.01)
        let leaf = maps.requiringGrad()
        head(leaf)[0, 1].backward()
        net.zeroGrad()
        let worth = leaf.grad![0].mean(axes: 1, 2).reshaped(-1, 1, 1)
        expectClose(gradCAM(of: net, at: body, kind: 1, on: x), (worth * maps[0]).sum(axis: 0), absolute: 1e-6)
    }

    @Test func `in a batch each picture has its own map`() {
        let (net, first) = smallNet(5)
        let second = 0.5 - first
        let maps = gradCAMs(of: net, at: net.body[-2], kinds: [2, 0], on: .cat([first, second]))
        for (number, (kind, x)) in [(2, first), (0, second)].enumerated() {
            expectClose(
                maps[number], gradCAM(of: net, at: net.body[-2], kind: kind, on: x), absolute: 1e-5, relative: 1e-3)
        }
    }

    @Test func `without kept axes, 512 numbers do not fit on 7 × 7 places`() async {
        #expect(BroadcastAlignment([512, 1, 1], [512, 7, 7]).shape == [512, 7, 7])
        #expect(BroadcastAlignment([512], [512, 7, 7]).shape == nil)
        let result = await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
            _ = Tensor.ones(512) * Tensor.ones(512, 7, 7)
        }
        #expect(message(of: result).contains("[512]") && message(of: result).contains("[512, 7, 7]"))
    }
}
