// What the sections share. Each is made when a section first asks for it; the pages of sections 21.1 to 21.5 explain
// how.

import Datasets
import Notebook
import Tensors

extension BirdsAndAirplanes {
    /// The name of the pictures' data set, for every table and chart of them.
    var dataName: String { source.name }

    /// All pictures, of all classes; in a quick run some of them.
    var pictures: PictureParts {
        get throws {
            try run.once {
                let all = try source.contents
                func some(_ part: TinyPictures, _ most: Int) -> TinyPictures {
                    let count = run.size(quick: min(most, part.count), usual: part.count)
                    return count == part.count ? part : part.chosen(Array(0..<count))
                }
                return PictureParts(
                    train: some(all.train, 400), valid: some(all.valid, 160), classNames: all.classNames)
            }
        }
    }

    /// Mean and standard deviation of each channel over all training pictures, as a transform (section 21.4).
    var normalize: Normalize {
        get throws { try run.once { Normalize(ChannelStatistics(counting: try pictures.train.images)) } }
    }

    /// From CIFAR-10's labels to ours: an airplane is 0, a bird is 1. (The book's `label_map`.)
    var labelMap: [Int: Int] {
        get throws {
            let names = try pictures.classNames
            return Dictionary(uniqueKeysWithValues: pairNames.enumerated().map { (names.firstIndex(of: $1)!, $0) })
        }
    }

    /// The airplanes and birds of the training set, normalized [3, 32, 32], with labels 0 and 1 (section 21.5). (The book's
    /// `cifar2`.)
    var trainPictures: NormalizedPictures {
        get throws { try run.once { NormalizedPictures(try pictures.train, try labelMap, try normalize) } }
    }

    /// The airplanes and birds for validation, normalized by the numbers of those for training. (The book's
    /// `cifar2_val`.)
    var validPictures: NormalizedPictures {
        get throws { try run.once { NormalizedPictures(try pictures.valid, try labelMap, try normalize) } }
    }

    /// What the labels of `trainPictures` and `validPictures` stand for. (The book's second `class_names`.)
    var pairNames: [String] { ["airplane", "bird"] }
}

// MARK: What colours say

extension BirdsAndAirplanes {
    /// Mean of blue less mean of red of each picture.
    func bluenesses(of pictures: NormalizedPictures) -> [Float] {
        stride(from: 0, to: pictures.count, by: 500).flatMap { start in
            let means = Tensor(pictures.images[start..<min(start + 500, pictures.count)]).mean(axes: 1, 2)
            return (means[0..., 2] - means[0..., 0]).scalars
        }
    }

    /// For each validation picture, whether its colour alone gives its class: bluer than usual for an airplane, not so
    /// for a bird (section 21.5).
    var colourIsRight: [Bool] {
        get throws {
            try run.once {
                let (train, valid) = (bluenesses(of: try trainPictures), bluenesses(of: try validPictures))
                let usual = train.sorted()[train.count / 2]
                return zip(valid, try validPictures.labels).map { blueness, label in
                    (blueness > usual ? 0 : 1) == label
                }
            }
        }
    }
}

// MARK: What records say about their data

/// The data of a record, where the run has the book's in another form.
struct PictureOrigin: DataOrigin {
    let name, bookName: String
    let notices: [String] = []
}

extension BirdsAndAirplanes {
    /// For records about all ten classes.
    var allOrigin: PictureOrigin { origin([CIFAR10.folderName, "cifar10"]) }

    /// For records about single items: only CIFAR-10's own files have the book's order.
    var itemOrigin: PictureOrigin { origin([CIFAR10.folderName]) }

    /// For records about airplanes and birds: all three data sets have the same 12,000 pictures of them.
    var pairOrigin: PictureOrigin { origin([CIFAR10.folderName, "cifar10", "cifar_birds_airplanes"]) }

    private func origin(_ same: [String]) -> PictureOrigin {
        PictureOrigin(name: source.name, bookName: same.contains(source.name) ? source.name : source.bookName)
    }
}
