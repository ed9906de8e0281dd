import type { NeighbourhoodData } from '../../../src/drawing/neighbourhood/neighbourhood-data.ts';
import { type LoadDrawing, Picture } from '../../pictures/picture.tsx';
import { useAnswer } from '../../state/answers.ts';
import { neighbourhoodAnswers } from '../../state/questions/role-questions.ts';
import { words } from '../../words/words.ts';
import { FailureNote } from '../failure-note.tsx';

const loadNeighbourhood: LoadDrawing<NeighbourhoodData> = async () => {
  const { neighbourhoodDrawing } = await import('../../../src/drawing/neighbourhood/neighbourhood-drawing.ts');
  return neighbourhoodDrawing;
};

/** What is close to a role, as a picture. */
export function Neighbourhood({ id }: { readonly id: string }) {
  const asked = useAnswer(neighbourhoodAnswers, id);
  return (
    <section class="card" id="neighbourhood">
      {asked.status === 'READY' && <Picture data={asked.data} load={loadNeighbourhood} heading="h2" />}
      {asked.status === 'LOADING' && <p aria-busy="true">{words.states.loading}</p>}
      {asked.status === 'FAILED' && <FailureNote failure={asked.failure} retry={asked.retry} />}
    </section>
  );
}
