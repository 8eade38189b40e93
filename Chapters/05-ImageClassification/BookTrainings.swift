// What the book prints of the trainings of section 5.6, to stand beside ours.

import Figures
import Tensors
import Training

/// Tables of the book: for each epoch the training loss, the validation loss, and the error rate.
enum BookTrainings {
    static let tooHigh = [[8.946717, 47.954632, 0.893775], [7.231843, 4.119265, 0.954668]]
    static let chosen = [
        [1.071820, 0.427476, 0.133965], [0.738273, 0.541828, 0.150880], [0.401544, 0.266623, 0.081867],
    ]
    static let frozen = [
        [1.188042, 0.355024, 0.102842], [0.534234, 0.302453, 0.094723], [0.325031, 0.222268, 0.074425],
    ]
    static let unfrozen = [
        [0.263579, 0.217419, 0.069012], [0.253060, 0.210346, 0.062923], [0.224340, 0.207357, 0.060217],
        [0.200195, 0.207244, 0.061570], [0.194269, 0.200149, 0.059540], [0.173164, 0.202301, 0.059540],
    ]
    static let frozenAgain = [
        [1.145300, 0.345568, 0.119756], [0.533986, 0.251944, 0.077131], [0.317696, 0.208371, 0.069012],
    ]
    static let discriminative = [
        [0.257977, 0.205400, 0.067659], [0.246763, 0.205107, 0.066306], [0.240595, 0.193848, 0.062246],
        [0.209988, 0.198061, 0.062923], [0.194756, 0.193130, 0.064276], [0.169985, 0.187885, 0.056157],
        [0.153205, 0.186145, 0.058863], [0.141480, 0.185316, 0.053451], [0.128564, 0.180999, 0.051421],
        [0.126941, 0.186288, 0.054127], [0.130064, 0.181764, 0.054127], [0.124281, 0.181855, 0.054127],
    ]
    static let deeperFrozen = [
        [1.427505, 0.310554, 0.098782], [0.606785, 0.302325, 0.094723], [0.409267, 0.294803, 0.091340],
    ]
    static let deeper = [
        [0.261121, 0.274507, 0.083897], [0.296653, 0.318649, 0.084574], [0.242356, 0.253677, 0.069012],
        [0.150684, 0.251438, 0.065629], [0.094997, 0.239772, 0.064276], [0.061144, 0.228082, 0.054804],
    ]

    /// Our epochs beside the book's. Where one of the two has fewer, its cells stay empty.
    /// - Parameter frozen: how many of the first epochs trained the head alone; ours and the book's.
    static func beside(
        _ rows: some Sequence<Recorder.Row>, _ book: [[Double]], frozen: (ours: Int, book: Int) = (0, 0)
    ) -> TextTable {
        var table = TextTable(
            ["epoch", "train_loss", "valid_loss", "error_rate", "book: train_loss", "valid_loss", "error_rate"],
            decimals: 4)
        let rows = Array(rows)
        func add(_ name: String, _ ours: Int?, _ theirs: Int?) {
            let row = ours.map { rows[$0] }, numbers = theirs.map { book[$0] }
            table.add(
                name, row?.trainLoss, row?.validLoss, row?.metrics.first, numbers?[0], numbers?[1], numbers?[2])
        }
        for k in 0..<max(frozen.ours, frozen.book) {
            add("head alone \(k)", k < frozen.ours ? k : nil, k < frozen.book ? k : nil)
        }
        for k in 0..<max(rows.count - frozen.ours, book.count - frozen.book) {
            let (ours, theirs) = (k + frozen.ours, k + frozen.book)
            add("\(k)", ours < rows.count ? ours : nil, theirs < book.count ? theirs : nil)
        }
        return table
    }
}
