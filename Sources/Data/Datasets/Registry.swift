// The data sets of the book: where they are published, how large they are, how to check them.
//
// For the archives, the MD5 of the first MiB is known, together with the size. MD5 no longer protects against
// malice, but it finds broken transfers and replaced files, which is what is needed here.

import Common

/// All data sets that the chapters use.
public enum Registry {
    public static let all: [DatasetInfo] = digits + photographs + tables + texts + weights

    /// The data set with this name.
    /// - Throws: `DatasetError` that lists the names there are.
    public static func dataset(_ name: String) throws -> DatasetInfo {
        if name.isEmpty { throw Refusal("the name of the data set is empty; `data list` shows all names") }
        guard let info = all.first(where: { $0.name == name }) else {
            throw DatasetError(name, "there is no data set of this name", try: all.map(\.name).joined(separator: ", "))
        }
        return info
    }

    private static let mnistTerms = "MNIST by Yann LeCun and Corinna Cortes, CC BY-SA 3.0"
    private static let mnistAddress = "https://storage.googleapis.com/cvdf-datasets/mnist/"

    private static let digits = [
        archive(
            "mnist_sample", "4", "sample", 3_214_948, "2dbc7ec6f9259b583af0072c55816a88",
            "threes and sevens of MNIST, 14,434 PNG images of 28 × 28", mnistTerms),
        archive(
            "mnist_tiny", "tests", "sample", 342_207, "56143e8f24db90d925d82a5a74141875",
            "some 1,400 threes and sevens of MNIST as PNG", mnistTerms),
        archive(
            "mnist_png", "4, 13", "imageclas", 15_683_414, "03639f83c4e3d19e0a3a53a8a997c487",
            "all of MNIST, 70,000 PNG images in ten folders", mnistTerms),
        DatasetInfo(
            "mnist", chapters: "4, 13", about: "all of MNIST in its first form, four IDX files", licence: mnistTerms,
            files: [
                RemoteFile(
                    mnistAddress + "train-images-idx3-ubyte.gz", bytes: 9_912_422,
                    .md5("f68b3c2dcbeaaa9fbdd348bbdeb94873"),
                    contents: .md5Unpacked("6bbc9ace898e44ae57da46a324031adb")),
                RemoteFile(
                    mnistAddress + "train-labels-idx1-ubyte.gz", bytes: 28_881,
                    .md5("d53e105ee54ea40749a09fcbcd1e9432")),
                RemoteFile(
                    mnistAddress + "t10k-images-idx3-ubyte.gz", bytes: 1_648_877,
                    .md5("9fb629c4189551a2d022fa330f9573f3")),
                RemoteFile(
                    mnistAddress + "t10k-labels-idx1-ubyte.gz", bytes: 4_542,
                    .md5("ec29112dd5afa0611ce80d1b7f02629c")),
            ]),
    ]

    private static let imageNetTerms = "a part of ImageNet: research and teaching only, no commercial use"
    private static let biwiTerms = "Biwi Kinect Head Pose by G. Fanelli and others, ETH Zurich: research only"

    private static let photographs = [
        archive(
            "cifar10", "21", "sample", 168_168_549, "a5f8c31371b63a406b23368042812d3c",
            "60,000 colour images of 32 × 32 in ten classes",
            "by Alex Krizhevsky, 2009; no terms stated, cite the technical report"),
        archive(
            "oxford-iiit-pet", "1, 5", "imageclas", 811_706_944, "e4db5c768afd933bb91f5f594d7417a4",
            "7,390 photos of cats and dogs, 37 breeds",
            "Oxford-IIIT Pet by O. Parkhi and others, CC BY-SA 4.0"),
        archive(
            "pascal_2007", "6", "imagelocal", 1_637_796_771, "433b4706eb7c42bd74e7f784e3fdf244",
            "9,963 photos, each with several of 20 labels",
            "PASCAL VOC 2007: photos under the terms of Flickr, research use"),
        archive(
            "biwi_head_pose", "6", "imagelocal", 452_316_199, "00f4ccf66e8cba184bc292fdc08fb237",
            "15,000 video frames of heads with their centres", biwiTerms),
        archive(
            "biwi_sample", "6", "sample", 593_774, "9179f4c1435f4b291f0d5b072d60c2c9",
            "some frames of biwi_head_pose", biwiTerms),
        archive(
            "imagenette2", "7, 14", "imageclas", 1_557_161_267, "2c774ecb40005b35d7937d50f5d42336",
            "13,394 photos of ten classes, full size", imageNetTerms),
        archive(
            "imagenette2-320", "14", "imageclas", 341_663_724, "1f1f74f133caff120e575856659b87a2",
            "the same, the shorter side 320 pixels", imageNetTerms),
        archive(
            "imagenette2-160", "14, 19", "imageclas", 99_003_388, "c475f8f7617a200ba35b9facc48443c3",
            "the same, the shorter side 160 pixels", imageNetTerms),
        archive(
            "camvid_tiny", "1, 15", "sample", 2_314_212, "2cf6daf91b7a2083ecfa3e9968e9d915",
            "100 street scenes with a class for every pixel",
            "CamVid by G. Brostow and others, Cambridge: research use, cite the paper"),
    ]

    private static let movieLensTerms = "MovieLens by GroupLens: no commercial use, must not be passed on"

    private static let tables = [
        archive(
            "movie_lens_sample", "1", "sample", 51_790, "10961384dfe7c5181460390a460c1f77",
            "6,031 film ratings by 100 people", movieLensTerms),
        DatasetInfo(
            "ml-100k", chapters: "8", about: "100,000 film ratings by 943 people", licence: movieLensTerms,
            files: [
                RemoteFile(
                    "https://files.grouplens.org/datasets/movielens/ml-100k.zip", bytes: 4_924_029,
                    .md5OfFirstMiB("39f6af2d7ea4e117f8838e4a302fec70"))
            ]),
        archive(
            "adult_sample", "1", "sample", 968_212, "64eb9d7e23732de0b138f7372d15492f",
            "32,561 people of the 1994 census, and who earns more than 50,000",
            "Adult by B. Becker and R. Kohavi, UCI repository, CC BY 4.0"),
        DatasetInfo(
            "bulldozers", chapters: "9", about: "401,125 sales of bulldozers, with prices",
            licence: "rules of the Kaggle competition “bluebook-for-bulldozers”",
            byHand: "it needs an account of your own: get TrainAndValid.csv from "
                + "https://www.kaggle.com/c/bluebook-for-bulldozers, put it into a folder “bulldozers”, "
                + "and name the folder above with --data"),
    ]

    private static let imdbTerms = "by A. Maas and others, 2011; no terms stated, cite the paper"

    private static let texts = [
        archive(
            "imdb", "1, 10", "nlp", 144_440_600, "90f9b1c4ff43a90d67553c9240dc0249",
            "100,000 film reviews, half of them labelled", imdbTerms),
        archive(
            "imdb_sample", "1", "sample", 571_827, "0842e61a9867caa2e6fbdb14fa703d61",
            "1,000 of these reviews in a table", imdbTerms),
        archive(
            "human_numbers", "12", "sample", 30_252, "8a19c3bfa2bcb08cd787e741261f3ea2",
            "the numbers from one to 9,999 in words", "by fast.ai; plain facts, no rights reserved"),
        archive(
            "wikitext-2", "10", "nlp", 4_070_055, "2a82d47a7b85c8b6a8e068dc4c1d37e7",
            "two million words of Wikipedia articles", "text of Wikipedia, CC BY-SA 3.0"),
    ]

    /// Nets that torchvision's authors have trained on ImageNet. The names of the files say how their SHA-256 begins.
    private static let weights = [
        torchvision("mobilenet_v2", "b0353104", 14_200_000, isSizeExact: false, "5, 15", "MobileNetV2"),
        torchvision("resnet18", "f37072fd", 46_830_571, "5, 14", "ResNet-18"),
        torchvision("resnet34", "b627a593", 87_319_819, "5, 14", "ResNet-34"),
        torchvision("resnet50", "0676ba61", 102_530_333, "5, 14", "ResNet-50"),
    ]

    private static func torchvision(
        _ name: String, _ digits: String, _ bytes: Int, isSizeExact: Bool = true, _ chapters: String, _ title: String
    ) -> DatasetInfo {
        let address = "https://download.pytorch.org/models/\(name)-\(digits).pth"
        return DatasetInfo(
            name, chapters: chapters, about: "weights of \(title), trained on ImageNet, as a file of PyTorch",
            licence: "torchvision, BSD 3-Clause; trained on ImageNet: research and teaching",
            files: [RemoteFile(address, bytes: bytes, isSizeExact: isSizeExact, .sha256Beginning(digits))])
    }

    /// An archive among those that fast.ai publishes.
    private static func archive(
        _ name: String, _ chapters: String, _ bucket: String, _ bytes: Int, _ md5: String,
        _ about: String, _ licence: String
    ) -> DatasetInfo {
        let address = "https://s3.amazonaws.com/fast-ai-\(bucket)/\(name).tgz"
        return DatasetInfo(
            name, chapters: chapters, about: about, licence: licence,
            files: [RemoteFile(address, bytes: bytes, .md5OfFirstMiB(md5))])
    }
}
