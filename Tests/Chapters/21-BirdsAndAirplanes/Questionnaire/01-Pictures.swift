// The questions of chapter 21, each with its answer, and with a test that is the answer in code. They are not the
// book's, which has none; they ask for what a reader should know afterwards. The module Questions reads them from here;
// the form of the comments is described there.
//
// To run one of them: `swift test --filter "Questionnaire./.21.2 "`

import Chapter21
import Datasets
import Foundation
import Tensors
import TestSupport
import Testing

@Suite struct `21 Questionnaire` {}

extension `21 Questionnaire` {
    /// 21.1 · Which class has item 99 of CIFAR-10's training pictures, and how do you get to it?
    ///
    /// Class 1, which is `automobile`: a red car. `dataset[99]` gives the picture and the label, and the list of class
    /// names turns the label into a word. Items count from 0 through the files in their order, so item 99 is record 99
    /// of the first file, which has the records 0 to 9,999.
    ///
    /// - Shown by: `countAndSubscript` in Chapters/21-BirdsAndAirplanes/02-Dataset.swift
    /// - Shown by: `PictureDataset` in Chapters/21-BirdsAndAirplanes/02-Dataset.swift
    /// - Shown by: `tenClasses` in Chapters/21-BirdsAndAirplanes/01-TinyImages.swift
    @Test func `21.1 an item is a record in the order of the files, and class 1 is the automobile`() throws {
        #expect(CIFAR10.classNames[1] == "automobile" && CIFAR10.classNames.count == 10)
        try withFolder { folder in
            // Five files of 30 records: item 99 is record 9 of the fourth.
            for file in 0..<5 {
                let records = (0..<30).flatMap { record -> [UInt8] in
                    let item = 30 * file + record
                    let grey = ByteTensor(repeating: UInt8(item), shape: [32, 32, 3])
                    return cifarRecord(item == 99 ? 1 : 6, grey)
                }
                try Data(records).write(to: folder.appending(path: "data_batch_\(file + 1).bin"))
            }
            let (images, labels) = try CIFAR10.read(folder, train: true)
            let dataset = PictureDataset(TinyPictures(images, labels))
            let (picture, label) = try dataset[99]
            #expect(CIFAR10.classNames[label] == "automobile" && picture.scalars.allSatisfy { $0 == 99 })
            #expect(try dataset[98].1 == 6 && dataset[100].1 == 6)
        }
    }

    /// 21.2 · Why does a tensor have to be permuted before it can be displayed?
    ///
    /// Because a tensor for a net has its channels first, [3, 32, 32], and whoever paints a picture wants the three
    /// numbers of a pixel together, [32, 32, 3]. `permute(1, 2, 0)`, here `permuted(1, 2, 0)`, moves the channels to
    /// the end. It keeps every number at its row, column and colour. `reshape` to the same shape would not: it leaves
    /// the numbers in their order, and makes one pixel of three neighbours.
    ///
    /// - Shown by: `permutedByHand` in Chapters/21-BirdsAndAirplanes/03b-Permuting.swift
    /// - Shown by: `thereAndBack` in Chapters/21-BirdsAndAirplanes/03b-Permuting.swift
    /// - Shown by: `paintedWithoutPermuting` in Chapters/21-BirdsAndAirplanes/03b-Permuting.swift
    @Test func `21.2 permuting keeps colours with their pixel, reshaping does not`() throws {
        let picture = ByteTensor(shape: [2, 2, 3], [255, 51, 102, 0, 255, 0, 0, 0, 255, 9, 8, 7])
        let x = try ToTensor()(picture)
        #expect(x.shape == [3, 2, 2] && x.permuted(1, 2, 0).shape == picture.shape)
        #expect(x.permuted(1, 2, 0)[0, 0].scalars == [1, 0.2, 0.4])
        #expect(try ToPicture()(x) == picture)
        #expect(x.reshaped(2, 2, 3)[0, 0].scalars == [1, 0, 0])  // the reds of three pixels
        #expect(x.reshaped(2, 2, 3).scalars != x.permuted(1, 2, 0).scalars)
    }

    /// 21.3 · Why does a normalized picture look mostly black, and in the wrong colours?
    ///
    /// Displaying takes numbers from 0 to 1. Normalized numbers have mean 0, so about half of them are below 0, and are
    /// painted as if they were 0: black. Others are above 1, and are painted as bright as can be. And each channel was
    /// moved and stretched by numbers of its own, so the balance of the colours is another one. Nothing is lost in the
    /// tensor: v · deviation + mean undoes it, and then the picture is the old one.
    ///
    /// - Shown by: `threePictures` in Chapters/21-BirdsAndAirplanes/04f-Normalize.swift
    /// - Shown by: `Normalize` in Chapters/21-BirdsAndAirplanes/04f-Normalize.swift
    @Test func `21.3 what is below the mean is below 0, painting clips it, and undoing brings it back`() throws {
        let normalize = Normalize(mean: [0.5, 0.5, 0.5], deviation: [0.25, 0.25, 0.25])
        let picture = ByteTensor(shape: [1, 4, 3], [0, 64, 127, 128, 150, 191, 192, 255, 20, 100, 90, 80])
        let z = try normalize(try ToTensor()(picture))
        let painted = try ToPicture()(z)
        for (byte, shown) in zip(picture.scalars, painted.scalars) {
            #expect((shown == 0) == (byte < 128))
            if byte > 191 { #expect(shown == 255) }
        }
        #expect(try ToPicture()(try normalize.undone(z)) == picture)
        // The same grey comes out as another colour where channels have numbers of their own.
        let uneven = Normalize(mean: [0.2, 0.3, 0.4], deviation: [0.5, 0.5, 0.5])
        let grey = try uneven(.full(0.45, [3, 1, 1])).scalars
        #expect(grey[0] > grey[1] && grey[1] > grey[2])
    }
}
