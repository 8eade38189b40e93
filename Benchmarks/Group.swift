// The list of all workloads. What exactly each does, with which settings, is said where it is defined.

/// Workloads that share a process, and mostly their data.
struct Group: Sendable, Equatable {
    let name: String
    /// What it is, in a line.
    let about: String
    /// The number of threads, if it has its own.
    var threads: Int?
    let run: @Sendable (Bench) throws -> Void

    static func == (a: Group, b: Group) -> Bool { a.name == b.name }

    /// The group that a workload belongs to: the longest name that its own begins with.
    static func home(of workload: String) -> Group? {
        all.filter { workload.hasPrefix($0.name) }.max { $0.name.count < $1.name.count }
    }

    static let all = chapters + operations

    private static let chapters = [
        Group(name: "png-decode", about: "14,434 PNG files to tensors, on one thread", threads: 1, run: pngDecode),
        Group(name: "photos", about: "1,000 JPEG photos to augmented batches", run: photos),
        Group(name: "ch04-linear", about: "threes and sevens by a linear model", run: ch04Linear),
        Group(name: "ch04-net", about: "threes and sevens by a net of two layers", run: ch04Net),
        Group(name: "ch04-net-dataloader", about: "the same from a list of single items", run: ch04NetDataLoader),
        Group(name: "ch04-resnet18-train", about: "learning steps of chapter 4's ResNet-18", run: ch04ResNet18Train),
        Group(name: "ch05-mobilenet-infer", about: "MobileNetV2's features at 160 x 160", run: ch05MobileNetInfer),
        Group(name: "ch05-mobilenet-train", about: "learning steps of MobileNetV2", run: ch05MobileNetTrain),
        Group(name: "ch07-birds", about: "birds and airplanes by a net of two wide layers", run: ch07Birds),
        Group(name: "ch08-collab", about: "film ratings by a product of two embeddings", run: ch08Collab),
        Group(name: "ch08-nn", about: "film ratings by a net of two embeddings", run: ch08Net),
        Group(name: "ch09-tree", about: "decision trees on a table of 100,000 rows", run: ch09Tree),
        Group(name: "ch09-forest", about: "a random forest, and what it predicts", run: ch09Forest),
        Group(name: "ch09-boosting", about: "gradient boosting by small trees", run: ch09Boosting),
        Group(name: "ch09-csv", about: "a table of 405,055 rows from its file", run: ch09Table),
        Group(name: "ch09-net", about: "the net of embeddings for the book's table", run: ch09Net),
        Group(name: "ch10-text", about: "5,000 film reviews to tokens, on one thread", threads: 1, run: ch10Text),
        Group(name: "ch10-lm", about: "a large language model of LSTMs", run: ch10LanguageModel),
        Group(name: "ch12-rnn", about: "numbers in words by plain recurrent nets", run: ch12RNN),
        Group(name: "ch12-awd", about: "numbers in words by an AWD-LSTM", run: ch12AWD),
        Group(name: "ch12-lstm", about: "numbers in words by an LSTM", run: ch12LSTM),
        Group(name: "ch13-cnn", about: "ten digits by a small convolutional net", run: ch13CNN),
        Group(name: "ch14-resnet18-train", about: "learning steps of ResNet-18", run: ch14ResNet18Train),
        Group(name: "ch14-resnet18-infer", about: "ResNet-18 at 128 x 128", run: ch14ResNet18Infer),
        Group(name: "ch14-resnet50-infer", about: "ResNet-50 at 128 x 128", run: ch14ResNet50Infer),
        Group(name: "ch14-resnet50-224-infer", about: "ResNet-50 at 224 x 224", run: ch14ResNet50LargeInfer),
        Group(name: "ch15-unet", about: "learning steps of a U-Net on masks of 64 x 64", run: ch15UNet),
        Group(name: "ch19-learner", about: "learning steps of four convolutions", run: ch19Learner),
        Group(name: "ch19-loader", about: "scenes in PNG files to batches", run: ch19Loader),
        Group(name: "scenes", about: "drawing scenes, and telling what they show", run: scenes),
    ]

    private static let operations = [
        Group(name: "conv", about: "convolutions forward and back", run: convolutions),
        Group(name: "matmul", about: "matrix products, and OpenBLAS called directly", run: matrixProducts),
        Group(name: "elementwise", about: "operations that wait for memory", run: elementwise),
        Group(name: "ch17-matmul", about: "chapter 17's ladder of matrix products", run: ch17Matmul),
        Group(name: "startup", about: "starting a program, and its first step", run: startup),
        Group(name: "batch-sizes", about: "time per item over batches of 1 to 1024", run: batchSizes),
    ]

    /// What `startup` starts.
    static let hidden = [
        Group(name: "nothing", about: "", run: nothing), Group(name: "first-step", about: "", run: firstStep),
    ]

    /// Workloads of the book that still lack something they need.
    static let missing: [String] = []
}
