// What the sections share. Each is made when a section first asks for it; the pages of sections 19.1 and 19.2 explain
// how.

import Datasets
import Foundation
import Notebook

extension LearnerFromScratch {
    /// The name of the pictures' data set, for every table and chart of them.
    var dataName: String { source.name }

    /// A folder for files of the chapter's own, which is removed at the end of the run.
    func workFolder() throws -> URL { try ownFiles.folder() }

    /// All pictures, in the order of their paths. Those that cannot be opened are left out.
    var files: [URL] {
        get throws { try run.once { try checked(try opened.filter { $0.problem == nil }.map(\.file)) } }
    }

    /// The files that look like pictures and cannot be opened, each with what is wrong with it.
    var unreadable: [(file: URL, problem: String)] {
        get throws { try opened.compactMap { file, problem in problem.map { (file, $0) } } }
    }

    /// All files that look like pictures, each with what went wrong when it was opened. They are opened in parallel,
    /// and those that cannot be are mentioned once.
    private var opened: [(file: URL, problem: String?)] {
        get throws {
            try run.once {
                let depth = try source.contents.pathComponents.count + 3  // train, the class, the file
                let all = try walk(try source.contents).filter { $0.pathComponents.count == depth }
                let strays = try walk(try source.contents).count - all.count
                if strays > 0 {
                    run.notice("\(strays) of the files are not where PART/CLASS/NAME.png would be, and are left out")
                }
                var opened: [(file: URL, problem: String?)] = []
                try inOrder(all.count, workers: usualWorkers) {
                    problem(with: all[$0])
                } then: {
                    opened.append((all[$0], $1))
                }
                let bad = opened.filter { $0.problem != nil }
                let names = bad.prefix(5).map { $0.file.tail() }.joined(separator: ", ") + (bad.count > 5 ? ", …" : "")
                if !bad.isEmpty {
                    run.notice("\(bad.count) of \(all.count) files cannot be opened and are left out: \(names)")
                }
                return opened
            }
        }
    }

    /// The name of each class once, in the order in which they are found.
    var labels: [String] { get throws { try run.once { try files.map(\.parent.name).unique() } } }

    /// The training pictures.
    var trainSet: PictureDataset { get throws { try run.once { try pictures { $0 } } } }

    /// The validation pictures.
    var validSet: PictureDataset { get throws { try run.once { try pictures { ~$0 } } } }

    /// Mean and standard deviation of each channel, from one shuffled batch of training pictures.
    var normalize: Normalize {
        get throws { try run.once { Normalize(to: try trainLoader().first()?.x ?? .zeros(1, 1, 1, 3)) } }
    }

    /// - Throws: `DatasetError` that names the folder, if there is too little for training, or something for validation
    ///   that cannot be learned.
    private func checked(_ files: [URL]) throws -> [URL] {
        let (train, others) = (
            files.filter { $0.parent.parent.name == "train" }, files.filter { $0.parent.parent.name != "train" }
        )
        let classes = train.map(\.parent.name).unique()
        let unknown = others.map(\.parent.name).unique().filter { !classes.contains($0) }
        if train.count < 32 || others.count < 2 || classes.count < 2 {
            throw DatasetError(
                try source.contents.path,
                "expected at least 32 PNG pictures of two classes as train/NAME/….png, and two more in another folder than "
                    + "train, found \(train.count) and \(others.count), classes in train: \(classes.count)",
                try: "convert the pictures to PNG, or leave out --data: then scenes are generated")
        }
        guard unknown.isEmpty else {
            throw DatasetError(
                try source.contents.path, "has validation pictures of classes that are not in train: \(unknown)",
                try: "put such a class into train as well, or remove it")
        }
        return files
    }

    /// The pictures that are marked by the mask of the training folder, or by what `choose` makes of it.
    private func pictures(_ choose: ([Bool]) -> [Bool]) throws -> PictureDataset {
        let isTrain = try files.map { $0.parent.parent.name == "train" }
        return PictureDataset(try files[choose(isTrain)], labels: try labels)
    }

    /// Training pictures in shuffled batches. (The book's `train_dl`.)
    func trainLoader(batchSize: Int = 128, workers: Int = usualWorkers) throws -> DataLoader {
        DataLoader(try trainSet, batchSize: batchSize, shuffle: true, workers: workers, seed: run.seed)
    }

    /// The validation pictures, in their order. (The book's `valid_dl`.)
    func validLoader(batchSize: Int = 256, workers: Int = usualWorkers) throws -> DataLoader {
        DataLoader(try validSet, batchSize: batchSize, workers: workers)
    }
}
