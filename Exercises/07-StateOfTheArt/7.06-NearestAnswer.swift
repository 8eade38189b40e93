// Exercise 7.6 · How far is it to another answer?
// Section 7.6: Chapters/07-StateOfTheArt/06f-BumpyFunctions.swift

import Practice
import Tensors

/// The shortest change of a photo that brings another class level with the answer.
///
/// Whether a small change flips an answer depends on two things, says the page: how far the scores are apart, and how
/// fast they change with the photo. For a linear net, both can be computed. The score of class k is the sum of
/// weights[k, i] · photo[i] over all pixels i, plus biases[k]. The answer is the class with the highest score, the
/// first of several. Of all changes of the photo, look for the shortest after which some other class has a score as
/// high as that of the answer. Pixels may become any number, and how long a change is means the root of the sum of the
/// squares of what is added to each pixel.
///
/// Return the class that is reached by it (of several equally near ones, the first), and how long it is. A class with
/// the same weights as the answer keeps its distance whatever happens to the photo, and is never reached. nil if there
/// is no other class that can be.
///
/// weights [classes, pixels] · biases [classes] · photo [pixels]
///
/// Example: weights [[1, 0], [0, 1], [-1, 0]], biases 0, photo [3, 1] → class 1, √2: for the photo [2, 2], classes 0
/// and 1 have the same score. (Class 2 is at a distance of 3.)
///
/// When it is right, multiply all weights and biases by ten. The net is much surer then. What becomes of the distance?
public func nearestAnswer(
    to photo: Tensor, weights: Tensor, biases: Tensor
) throws -> (label: Int, distance: Float)? {
    throw Unanswered("7.6")
}
