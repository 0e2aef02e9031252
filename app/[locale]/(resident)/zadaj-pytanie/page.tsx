import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { LaterPage } from '#components/resident/later-page.tsx';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('home.later');
  return { title: t('question.title') };
}

export default function QuestionPage() {
  return <LaterPage kind="question" />;
}
