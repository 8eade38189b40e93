// The book's small examples with their numbers: images, tensors and pixel similarity, sections 4.1 to 4.4.

import Chapter04
import Figures
import Tensors
import TestSupport
import Testing
import Training

@Suite struct `4.1 Pixels` {
    @Test func `the slice is the one that the book prints`() {
        let printed = ByteTensor([
            [0, 0, 0, 0, 0, 0],
            [0, 0, 0, 0, 0, 29],
            [0, 0, 0, 48, 166, 224],
            [0, 93, 244, 249, 253, 187],
            [0, 107, 253, 253, 230, 48],
            [0, 3, 20, 20, 15, 0],
        ])
        #expect(bookImage[4..<10, 4..<10] == printed)
    }

    @Test func `an image has 28 by 28 pixels, 784 in all`() {
        #expect(bookImage.shape == [28, 28] && bookImage.count == 784)
        #expect(bookImage.scalars.min() == 0 && bookImage.scalars.max() == 255)
    }

    @Test func `the shaded table shows the numbers of the cut`() {
        let table = PixelTable(bookImage[4..<15, 4..<22], rowsFrom: 4, columnsFrom: 4)
        #expect(table.values == bookPatch.map { $0.map(Double.init) })
        #expect(table.values[0] == Array(repeating: 0, count: 18))
        #expect(table.terminal(TerminalStyle(width: 120, colour: .none)).contains("254"))
    }

    @Test func `in the picture, white is 0 and black is 255`() {
        let picture = Raster(bookImage, colours: .ink)
        #expect(picture.channels == 1 && picture.width == 28)
        #expect(picture.pixels == bookImage.scalars.map { 255 - $0 })
    }
}

@Suite struct `4.2 Pixel similarity` {
    @Test func `images are stacked along a new first axis`() {
        let stack = ByteTensor.stack([bookImage, bookImage, bookImage])
        #expect(stack.shape == [3, 28, 28] && stack.rank == 3)
        #expect((Tensor(stack) / 255).max().item == 1)
    }

    @Test func `the mean over images is an image`() {
        let images = Tensor([[[0, 1], [1, 1]], [[0, 0], [1, 0.5]]])
        #expect(images.mean(axis: 0).shape == [2, 2])
        #expect(images.mean(axis: 0).scalars == [0, 0.5, 1, 0.75])
    }

    @Test func `signed differences cancel, the two distances do not`() {
        let (a, b) = (Tensor([1, 0, 1, 0]), Tensor([0, 1, 0, 1]))
        #expect((a - b).sum().item == 0)
        #expect(l1Distance(a, b).item == 1 && rmse(a, b).item == 1)
    }

    @Test func `L1 and RMSE of differences 3, 4 and 0`() {
        let (a, b) = (Tensor([3, 0, 7]), Tensor([0, 4, 7]))
        expectClose(l1Distance(a, b), Tensor(7 / 3))
        expectClose(rmse(a, b), Tensor((25 / 3 as Float).squareRoot()))
    }

    @Test(arguments: [1, 2, 3] as [UInt64]) func `the engine's losses are the distances, bit for bit`(_ seed: UInt64) {
        var random = SplitMix64(seed: seed)
        let (a, b) = (Tensor.rand(28, 28, using: &random), Tensor.rand(28, 28, using: &random))
        #expect(l1Loss(a, b).item == l1Distance(a, b).item, "seed \(seed)")
        #expect(mseLoss(a, b).sqrt().item == rmse(a, b).item, "seed \(seed)")
    }
}

@Suite struct `4.3 Arrays and tensors` {
    let numbers = IntTensor([[1, 2, 3], [4, 5, 6]])

    @Test func `rows, columns and parts of them`() {
        #expect(numbers[1] == IntTensor([4, 5, 6]))
        #expect(numbers[0..., 1] == IntTensor([2, 5]))
        #expect(numbers[1, 1..<3] == IntTensor([5, 6]))
    }

    @Test func `arithmetic goes through all numbers`() {
        #expect(numbers + 1 == IntTensor([[2, 3, 4], [5, 6, 7]]))
        #expect((Tensor(numbers) * 1.5).scalars == [1.5, 3, 4.5, 6, 7.5, 9])
    }

    @Test func `a vector of three has rank 1`() {
        #expect(Tensor([1, 2, 3]).rank == 1 && Tensor([1, 2, 3]).shape == [3])
    }

    @Test func `jagged lists are refused with a message`() async {
        let result = await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
            _ = IntTensor([[1, 2, 3], [4, 5]])
        }
        // Section 4.3 quotes this message.
        #expect(
            message(of: result).contains("an array from nested lists: lists of 3 and of 2 elements are side by side"))
        #expect(message(of: result).contains("lists of equal length: an array is always rectangular, never jagged"))
    }
}

@Suite struct `4.4 Broadcasting` {
    @Test func `1, 2, 3 and 1, 1, 1`() {
        #expect((Tensor([1, 2, 3]) + Tensor([1, 1, 1])).scalars == [2, 3, 4])
        #expect((Tensor([1, 2, 3]) + 1).scalars == [2, 3, 4])
    }

    @Test func `one image gives one distance, a thousand give a thousand`() {
        var random = SplitMix64(seed: 44)
        let (images, ideal) = (Tensor.rand(1010, 28, 28, using: &random), Tensor.rand(28, 28, using: &random))
        let all = mnistDistance(images, ideal)
        #expect((images - ideal).shape == [1010, 28, 28] && all.shape == [1010])
        #expect(mnistDistance(images[7], ideal).shape == [])
        #expect(mnistDistance(images[7], ideal).item == l1Distance(images[7], ideal).item)
        expectClose(all[7], mnistDistance(images[7], ideal))
    }

    @Test func `the ideal is not copied a thousand times`() {
        let ideal = Tensor.zeros(28, 28).expanded(to: [1010, 28, 28])
        #expect(ideal.shape == [1010, 28, 28])
        #expect(ideal.strides == [0, 28, 1])
    }

    @Test func `true is 1, so the mean of the answers is the accuracy`() {
        let answers = BoolTensor([true, false, true, true])
        #expect(Tensor(answers).scalars == [1, 0, 1, 1])
        #expect(Tensor(answers).mean().item == 0.75)
    }

    @Test func `the book's accuracies are 926 of 1010 and 1013 of 1028`() {
        func mean(_ right: Int, of count: Int) -> Float { Tensor(Tensor.arange(count) .< Float(right)).mean().item }
        let (threes, sevens) = (mean(926, of: 1010), mean(1013, of: 1028))
        #expect(rounded([threes, sevens, (threes + sevens) / 2]) == [0.9168, 0.9854, 0.9511])
    }
}
