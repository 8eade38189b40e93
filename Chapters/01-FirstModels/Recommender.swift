// A recommender in a few lines, for page 09d. Chapter 8 builds it from its parts.

import Datasets
import Layers
import Notebook
import Tensors
import Training
import Vision

/// Ratings in two sets, in batches of 64. (The book's `CollabDataLoaders.from_csv`.)
struct RatingLoaders {
    /// The numbers of people and of films in the files, by their places in the model.
    let users: [Int32], films: [Int32]
    let loaders: DataLoaders<(IntTensor, Tensor)>
    /// The validation rows: [n, 2] places of people and films, and [n] ratings.
    let valid: TensorDataset<IntTensor, Tensor>

    /// - Parameter validShare: the share of the ratings for validation, drawn at random.
    init(_ ratings: Ratings, validShare: Double = 0.2, using random: inout SplitMix64) {
        users = Set(ratings.users).sorted()
        films = Set(ratings.items).sorted()
        let userPlaces = Dictionary(uniqueKeysWithValues: zip(users, users.indices))
        let filmPlaces = Dictionary(uniqueKeysWithValues: zip(films, films.indices))
        let order = random.permutation(ratings.count)
        let cut = Int(validShare * Double(ratings.count))
        func set(_ rows: ArraySlice<Int>) -> TensorDataset<IntTensor, Tensor> {
            TensorDataset(
                IntTensor(
                    shape: [rows.count, 2],
                    rows.flatMap { [userPlaces[ratings.users[$0]]!, filmPlaces[ratings.items[$0]]!] }),
                Tensor(rows.map { ratings.scores[$0] }))
        }
        valid = set(order[..<cut])
        loaders = DataLoaders(
            DataLoader(set(order[cut...]), batchSize: 64, shuffledUsing: &random), DataLoader(valid, batchSize: 1024))
    }
}

/// Places of people and films [b, 2] → ratings [b]: how well some numbers of the one fit those of the other.
final class TasteModel: Module, Layer {
    let people: Embedding, films: Embedding
    let generosity: Embedding, quality: Embedding
    let range: ClosedRange<Float>?

    init(_ data: RatingLoaders, factors: Int, range: ClosedRange<Float>?, using random: inout SplitMix64) {
        func table(_ rows: Int, _ columns: Int) -> Embedding {
            Embedding(rows, columns, deviation: 0.01, using: &random)
        }
        (people, films) = (table(data.users.count, factors), table(data.films.count, factors))
        (generosity, quality) = (table(data.users.count, 1), table(data.films.count, 1))
        self.range = range
    }

    func forward(_ x: IntTensor) -> Tensor {
        let (person, film) = (x[0..., 0], x[0..., 1])
        let match = (people(person) * films(film)).sum(axis: 1)
        let sum = match + generosity(person).squeezed(1) + quality(film).squeezed(1)
        return range.map { RangedSigmoid($0)(sum) } ?? sum
    }
}

/// A learner of ratings. (The book's `collab_learner`.)
/// - Parameter range: in which predictions are. (The book's `y_range`.)
func collabLearner(
    _ data: RatingLoaders, factors: Int = 50, range: ClosedRange<Float>? = nil, using random: inout SplitMix64
) -> Learner<IntTensor, Tensor> {
    Learner(
        data.loaders, TasteModel(data, factors: factors, range: range, using: &random), loss: { mseLoss($0, $1) },
        optimizer: { AdamW($0, learningRate: $1) })
}
